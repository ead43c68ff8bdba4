import { IconArrowsMaximize, IconArrowsMinimize, IconFocusCentered, IconMinus, IconPlus, IconWand } from '@tabler/icons-react';
import { ControlButton, Controls, type FitViewOptions, getViewportForBounds, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './diagram-controls.module.css';
import { useLargeFrame } from './diagram-frame.tsx';
import { keepAfter } from './use-kept-moves.ts';

interface DiagramControlsProps {
  readonly fitting: FitViewOptions;
  /** What the button says that brings all of it into view. */
  readonly wholeLabel: string;
  /** Puts everything where the application would; null where nothing was moved by hand. */
  readonly onArrange: (() => void) | null;
}

/** Closer, further, all of it (by the keys +, − and 0 too), in order again, and as large as the window where the drawing has a frame. */
export function DiagramControls({ fitting, wholeLabel, onArrange }: DiagramControlsProps) {
  const { t } = useTexts();
  const flow = useReactFlow();
  const frame = useLargeFrame();
  const isLarge = frame?.isLarge ?? false;
  useZoomKeys(fitting);
  useFitToSize(fitting);
  const arrange = () => {
    onArrange?.();
    setTimeout(() => void flow.fitView(fitting), keepAfter);
  };
  return (
    <Controls showZoom={false} showFitView={false} showInteractive={false} position="bottom-right" className={classes.controls ?? ''}>
      <ControlButton onClick={() => void flow.zoomIn()} aria-label={t('network.closer')} aria-keyshortcuts="+" title={`${t('network.closer')} (+)`}>
        <IconPlus size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void flow.zoomOut()} aria-label={t('network.further')} aria-keyshortcuts="-" title={`${t('network.further')} (−)`}>
        <IconMinus size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void flow.fitView(fitting)} aria-label={wholeLabel} aria-keyshortcuts="0" title={`${wholeLabel} (0)`}>
        <IconFocusCentered size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={arrange} disabled={onArrange === null} aria-label={t('network.arrange')} title={t('network.arrange')}>
        <IconWand size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      {frame ? (
        <ControlButton onClick={frame.toggle} aria-pressed={isLarge} aria-label={t('diagram.fillWindow')} title={t('diagram.fillWindow')} data-autofocus>
          {isLarge ? <IconArrowsMinimize size="1rem" stroke={1.8} aria-hidden /> : <IconArrowsMaximize size="1rem" stroke={1.8} aria-hidden />}
        </ControlButton>
      ) : null}
    </Controls>
  );
}

/** All of it comes into view again whenever the drawing gets more or less room. */
function useFitToSize({ padding = 0.1, maxZoom }: FitViewOptions): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const size = useStore(({ width, height }) => (width === 0 || height === 0 ? null : `${width} ${height}`));
  const fitted = useRef(size);
  useEffect(() => {
    const before = fitted.current;
    fitted.current = size;
    if (before === null || size === null || before === size) return;
    const { width, height, minZoom, maxZoom: limit } = store.getState();
    const bounds = flow.getNodesBounds(flow.getNodes());
    void flow.setViewport(getViewportForBounds(bounds, width, height, minZoom, maxZoom ?? limit, padding));
  }, [flow, store, size, padding, maxZoom]);
}

/** + and −, and 0 for all of it, wherever in the drawing the focus is. */
function useZoomKeys(fitting: FitViewOptions): void {
  const flow = useReactFlow();
  const drawing = useStore((state) => state.domNode);
  useEffect(() => {
    if (!drawing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') void flow.zoomIn();
      else if (event.key === '-') void flow.zoomOut();
      else if (event.key === '0') void flow.fitView(fitting);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    drawing.addEventListener('keydown', onKeyDown);
    return () => drawing.removeEventListener('keydown', onKeyDown);
  }, [drawing, flow, fitting]);
}
