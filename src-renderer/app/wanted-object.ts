import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The address of a page that shows one thing, for links; addresses live behind the `#`. */
export function addressOf(path: string, object?: string | null): string {
  return object ? `#${path}?object=${encodeURIComponent(object)}` : `#${path}`;
}

/** The thing that the address asks for (`?object=<id>`); null where it asks for none. */
export function useWantedObject(): string | null {
  return useSearch({ strict: false }).object ?? null;
}

/**
 * Brings the thing that the address asks for into view once it is there: the element with `data-object="<id>"` is scrolled to, marked
 * (`data-wanted`), and what in it can be focused first gets the focus. Call it where the list is drawn; `isReady` when it has its rows.
 */
export function useReveal(isReady: boolean): string | null {
  const wanted = useWantedObject();
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!isReady || wanted === null || shown.current === wanted) return;
    const element = document.querySelector<HTMLElement>(`[data-object="${CSS.escape(wanted)}"]`);
    if (!element) return;
    shown.current = wanted;
    for (const other of document.querySelectorAll('[data-wanted]')) other.removeAttribute('data-wanted');
    element.setAttribute('data-wanted', '');
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    const focusable = element.matches('a, button, input, textarea, select, [tabindex]')
      ? element
      : element.querySelector<HTMLElement>('a, button, input, textarea, select, [tabindex]');
    focusable?.focus({ preventScroll: true });
  }, [isReady, wanted]);
  return wanted;
}
