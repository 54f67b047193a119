import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { strangerActor } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import { selectList, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, type ActorRequest, AppError, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { Placement } from '@throughline/sales/customers';
import { LeadChanges } from '../lead-changes.js';
import { storedLead } from '../lead.facts.js';
import { FormRateLimit } from './form-rate-limit.js';
import { openForm, signForm } from './form-token.js';
import type { LeadForm } from './lead-form.entity.js';
import { readSubmission, type Submission } from './submission.js';

/** People need longer than this to fill in a form; programs do not. */
export const MINIMAL_FILL_MS = 3_000;

/** A form as a stranger sees it. */
export interface OpenForm extends Pick<LeadForm, 'title' | 'introduction' | 'thanks' | 'fields' | 'services'> {
  slug: string;
  organizationName: string;
  currency: string;
  /** Goes back with the submission; one token makes one lead. */
  token: string;
}

export interface SubmitForm extends Submission {
  token: string;
  /** Not shown to people; whoever fills it in is a program. */
  homepage?: string | null;
  campaign?: string | null;
  medium?: string | null;
  referrer?: string | null;
}

const FORM_FIELDS = ['id', 'slug', 'title', 'introduction', 'thanks', 'fields', 'services', 'source', 'campaign', 'medium', 'departmentId', 'ownerId'] as const;
type FormRow = Pick<LeadForm, (typeof FORM_FIELDS)[number]>;

/** Public forms: opened and sent by strangers (stage 1 of the nine). */
@Injectable()
export class LeadFormService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Pick<Config, 'appSecret'>,
    private readonly rateLimit: FormRateLimit,
    private readonly changes: LeadChanges,
    private readonly placement: Placement,
  ) {}

  /** @throws AppError NOT_FOUND when there is no such form, or it is closed */
  async open(request: ActorRequest, slug: string): Promise<OpenForm> {
    const found = await this.unitOfWork.lookUp<{ organizationId: string; formId: string }>(
      'SELECT organization_id AS "organizationId", form_id AS "formId" FROM app.find_lead_form($1)', [slug.toLowerCase()],
    );
    if (!found) throw notFound('form', 'slug');
    return this.unitOfWork.run(stranger(found.organizationId, request), async (work) => {
      const form = await this.form(work, found.formId, 'slug');
      const [organization] = await work.query<{ name: string; currency: string }>('SELECT name, currency FROM organization WHERE id = $1', [found.organizationId]);
      const { title, introduction, thanks, fields, services } = form;
      return {
        title, introduction, thanks, fields, services, slug: form.slug, organizationName: organization!.name, currency: organization!.currency,
        token: signForm(this.config.appSecret, found, new Date()),
      };
    });
  }

  /**
   * Makes a lead of a submission. Sending the same form again answers the same number and makes nothing.
   *
   * @returns the number a stranger may refer to, and nothing else
   * @throws AppError VALIDATION_FAILED at each field, PRECONDITION_FAILED when it was filled in too fast, CONFLICT when the form was
   * sent before with other answers, RATE_LIMITED, NOT_FOUND
   */
  async submit(request: ActorRequest, input: SubmitForm): Promise<{ reference: string }> {
    const now = new Date();
    const { token, homepage, campaign, medium, referrer, ...given } = input;
    const opened = openForm(this.config.appSecret, token, now);
    if (normalizeLine(homepage)) throw refuse('VALIDATION_FAILED', 'Leave this field empty: it is there to tell programs from people.', 'homepage');
    if (now.getTime() - opened.openedAt.getTime() < MINIMAL_FILL_MS) {
      throw refuse('PRECONDITION_FAILED', 'That was very fast. Check what you wrote and send it again in a moment.');
    }
    const actor = stranger(opened.organizationId, request);
    await this.rateLimit.take(actor, opened.formId);
    const idempotency = { key: `form:${opened.nonce}`, operation: 'submitLeadForm', digest: digestOf(input) };
    return this.unitOfWork.run({ ...actor, request: { ...actor.request, idempotency } }, async (work) => {
      const form = await this.form(work, opened.formId, 'token');
      const currency = await this.placement.currency(work);
      const facts = storedLead({
        ...readSubmission({ ...form, currency }, given, now.toISOString().slice(0, 10)),
        source: form.source, campaign: campaign ?? form.campaign, medium: medium ?? form.medium, referrer: referrer ?? null,
      });
      const reference = newReference();
      const departmentId = await this.placement.departmentOf(work, form.ownerId, form.departmentId);
      await this.changes.create(work, { ...facts, currency, reference, formId: form.id, ownerId: form.ownerId, departmentId, assignedAt: form.ownerId ? now : null });
      return { reference };
    }).catch((error: unknown) => {
      const sentBefore = error instanceof AppError && error.code === 'CONFLICT';
      throw sentBefore ? refuse('CONFLICT', 'This form was sent already, with other answers. Reload the page to send another request.', 'token') : error;
    });
  }

  private async form(work: Work, id: string, path: string): Promise<FormRow> {
    const [form] = await work.query<FormRow>(`SELECT ${selectList(FORM_FIELDS)} FROM lead_form WHERE organization_id = $1 AND id = $2 AND active`, [work.actor.organizationId, id]);
    if (!form) throw notFound('form', path);
    return form;
  }
}

/** The caller as a stranger to the form's organization, whoever they are elsewhere; a key of their own does not count here. */
function stranger(organizationId: string, request: ActorRequest): Actor {
  const { id, address, userAgent } = request;
  return strangerActor({ id, address, userAgent }, organizationId);
}

function digestOf(input: SubmitForm): string {
  const entries = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))).digest('hex');
}

/** Crockford's digits: none looks like another, so that a number can be read out. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 random bits: says nothing about how many asked before. `K7M2-9QXA`. */
function newReference(): string {
  const digits = Array.from({ length: 8 }, () => DIGITS[randomInt(32)]).join('');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
