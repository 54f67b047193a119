'use client';
import { CodeStep, type CodeStepProps } from './code-step';
import { QrCode } from './qr-code';

export interface Enrolment {
  secret: string;
  uri: string;
}

/** Setting up an authenticator: the QR code, the same for typing, and the first code. */
export function EnrolStep({ enrolment, ...step }: Omit<CodeStepProps, 'recovery' | 'children'> & { enrolment: Enrolment }) {
  return (
    <CodeStep {...step} recovery={false}>
      <EnrolGuide enrolment={enrolment} />
    </CodeStep>
  );
}

/** What to do before the first code: install, scan or type. */
export function EnrolGuide({ enrolment }: { enrolment: Enrolment }) {
  const grouped = enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <ol className="flex flex-col gap-3 text-sm">
      <li>1. Install an authenticator app on your phone, if you have none.</li>
      <li className="flex flex-col gap-2">
        2. Scan this code with it.
        <span className="self-center">
          <QrCode text={enrolment.uri} label="QR code for your authenticator app" />
        </span>
        <details>
          <summary className="cursor-pointer text-muted">It cannot be scanned</summary>
          <p className="mt-1">Enter this key in the app, as a time-based code:</p>
          <code className="mt-1 block break-words rounded-md bg-sunken px-2 py-1 font-mono">{grouped}</code>
        </details>
      </li>
      <li>3. Enter the code that the app shows.</li>
    </ol>
  );
}
