import { useEffect } from 'react';

/** Where the focus was: the element, and what it stood in from the inside out, with the place of each in its parent. */
interface Place {
  readonly element: HTMLElement;
  readonly around: readonly { readonly parent: Element; readonly index: number }[];
}

/** How many places are remembered: enough to get back out of a dialog that opened from a drawer. */
const trailLength = 24;
/** Dialogs give the focus back by themselves, after 10 ms; they come first. */
const patienceMs = 40;
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';
const regions = 'main, nav, header, aside, footer, [role="dialog"], [role="alertdialog"]';

/**
 * Keeps the focus from falling to the page when what has it goes: after a removal it goes to the same control of the next line, after a dialog whose
 * opener is gone to where that was, with a new screen to the screen. A button that only waits gets it back. Whoever taps is left alone: a field that
 * takes the focus would open the phone's keyboard.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const trail: Place[] = [];
    let isWaiting = false;
    let isTouched = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const remember = ({ target }: FocusEvent) => {
      isWaiting = false;
      if (!(target instanceof HTMLElement) || target === document.body) return;
      trail.push(placeOf(target));
      if (trail.length > trailLength) trail.shift();
    };
    const look = () => {
      timer = undefined;
      const last = trail.at(-1);
      if (!last || isTouched || document.activeElement !== document.body) return;
      if (isUsable(last.element)) {
        // Left on purpose, unless it could not be used for a while.
        if (isWaiting) last.element.focus();
        return;
      }
      isWaiting = true;
      if (!isShown(last.element)) (trail.map(standIn).findLast((found) => found !== null) ?? document.getElementById('content'))?.focus();
    };
    const pointed = (event: PointerEvent) => {
      isTouched = event.pointerType === 'touch';
      // A press on nothing takes the focus away on purpose.
      if (event.target instanceof Element && !event.target.closest(focusable)) trail.length = 0;
    };
    const typed = () => {
      isTouched = false;
    };

    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body && trail.length > 0) timer ??= setTimeout(look, patienceMs);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'style'] });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', pointed, true);
    document.addEventListener('keydown', typed, true);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', pointed, true);
      document.removeEventListener('keydown', typed, true);
    };
  }, []);
}

function placeOf(element: HTMLElement): Place {
  const around: { parent: Element; index: number }[] = [];
  for (let child: Element = element; child.parentElement && child !== document.body; child = child.parentElement) {
    around.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) });
  }
  return { element, around };
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

function isUsable(element: Element): boolean {
  return isShown(element) && !element.matches(':disabled');
}

function controlsOf(element: Element): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>(focusable)];
  return [...(element instanceof HTMLElement && element.matches(focusable) ? [element] : []), ...inside].filter(({ tabIndex }) => tabIndex >= 0);
}

/** What stands nearest to where the focus was; null where all of it is gone, as with a dialog that was closed. */
function standIn({ element, around }: Place): HTMLElement | null {
  if (isUsable(element)) return element;
  let lost: Element = element;
  for (const { parent, index } of around) {
    if (isShown(parent)) {
      const region = parent.closest<HTMLElement>(regions);
      if (!region) return null;
      // The whole screen went: another one is there.
      if (parent === region && region.matches('main')) return region;
      const order = controlsOf(lost).indexOf(element);
      const found = nearest([...parent.children], index, order);
      if (found) return found;
      if (parent === region) return null;
    }
    lost = parent;
  }
  return null;
}

/** The same control of what took the place, else the one before it, else the one behind it. */
function nearest(siblings: readonly Element[], index: number, order: number): HTMLElement | null {
  const usable = (sibling: Element | undefined) => (sibling ? controlsOf(sibling) : []);
  const near = [siblings[index], siblings[index - 1]].map(usable);
  for (const controls of near) {
    const same = controls[order] ?? controls.at(-1);
    if (same && isUsable(same)) return same;
  }
  const before = siblings.slice(0, Math.max(0, index)).flatMap(usable).findLast(isUsable);
  return before ?? siblings.slice(index).flatMap(usable).find(isUsable) ?? null;
}
