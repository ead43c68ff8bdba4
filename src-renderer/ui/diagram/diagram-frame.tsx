import { FocusTrap } from '@mantine/core';
import { createContext, type KeyboardEvent, type ReactNode, use, useMemo, useState } from 'react';
import classes from './diagram-frame.module.css';

interface LargeFrame {
  readonly isLarge: boolean;
  readonly toggle: () => void;
}

const FrameContext = createContext<LargeFrame | null>(null);

/** Whether the drawing fills the window, and the way there and back; null where the drawing has no frame. */
export function useLargeFrame(): LargeFrame | null {
  return use(FrameContext);
}

/** The place of a drawing on its page; on wish it fills the window, until Escape. Always left to right, as a drawing keeps its sides. */
export function DiagramFrame({ className, children }: { className: string | undefined; children: ReactNode }) {
  const [isLarge, setLarge] = useState(false);
  const large = useMemo(() => ({ isLarge, toggle: () => setLarge((before) => !before) }), [isLarge]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isLarge || event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    setLarge(false);
  };
  return (
    <FrameContext value={large}>
      <FocusTrap active={isLarge}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from wherever the focus is inside; a button does the same. */}
        <div className={isLarge ? `${className ?? ''} ${classes.large}` : className} dir="ltr" onKeyDown={onKeyDown}>
          {children}
        </div>
      </FocusTrap>
    </FrameContext>
  );
}
