/** First in the tab order: jumps over the navigation. */
export function SkipLink() {
  return (
    <a href="#content" className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0">
      Skip to content
    </a>
  );
}
