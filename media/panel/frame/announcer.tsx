/** What is read aloud by itself: the one live region of the panel. It is there before there is something to say. */
export function Announcer({ said }: { readonly said: string }) {
  return (
    <p class="hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
