import { NotFoundState } from '@/ui/states';

/** For addresses outside every shell. No script of its own: it is sent along with every page. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <NotFoundState
        page
        actions={
          <a href="/" className="rounded-md border border-border-strong bg-raised px-3 py-1.5 font-medium shadow-lift hover:bg-hover">
            Go to the start
          </a>
        }
      />
    </main>
  );
}
