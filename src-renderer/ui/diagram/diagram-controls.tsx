import { IconFocusCentered, IconMinus, IconPlus, IconWand } from '@tabler/icons-react';
import { ControlButton, Controls, type FitViewOptions, useReactFlow } from '@xyflow/react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './diagram-controls.module.css';
import { keepAfter } from './use-kept-moves.ts';

interface DiagramControlsProps {
  readonly fitting: FitViewOptions;
  /** What the button says that brings all of it into view. */
  readonly wholeLabel: string;
  /** Puts everything where the application would; null where nothing was moved by hand. */
  readonly onArrange: (() => void) | null;
}

/** Closer, further, all of it, and in order again. */
export function DiagramControls({ fitting, wholeLabel, onArrange }: DiagramControlsProps) {
  const { t } = useTexts();
  const flow = useReactFlow();
  const arrange = () => {
    onArrange?.();
    setTimeout(() => void flow.fitView(fitting), keepAfter);
  };
  return (
    <Controls showZoom={false} showFitView={false} showInteractive={false} position="bottom-right" className={classes.controls ?? ''}>
      <ControlButton onClick={() => void flow.zoomIn()} aria-label={t('network.closer')} title={t('network.closer')}>
        <IconPlus size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void flow.zoomOut()} aria-label={t('network.further')} title={t('network.further')}>
        <IconMinus size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void flow.fitView(fitting)} aria-label={wholeLabel} title={wholeLabel}>
        <IconFocusCentered size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
      <ControlButton onClick={arrange} disabled={onArrange === null} aria-label={t('network.arrange')} title={t('network.arrange')}>
        <IconWand size="1rem" stroke={1.8} aria-hidden />
      </ControlButton>
    </Controls>
  );
}
