import Link from 'next/link';
import { Button } from '@/ui/button';
import { NotFoundState } from '@/ui/states';

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <NotFoundState
        page
        actions={
          <Button asChild>
            <Link href="/">Go to the start</Link>
          </Button>
        }
      />
    </main>
  );
}
