import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTexts } from '../texts/texts-provider.tsx';
import { useUndo } from './undo-provider.tsx';
import { useChangeWords } from './use-change-words.ts';

/** The two arrows of the top bar; each says what it would do. */
export function UndoButtons() {
  const { t, direction } = useTexts();
  const { steps, undo, redo } = useUndo();
  const words = useChangeWords();
  const undoLabel = steps.undo ? t('shell.undoNamed', { what: words(steps.undo) }) : t('shell.nothingToUndo');
  const redoLabel = steps.redo ? t('shell.redoNamed', { what: words(steps.redo) }) : t('shell.nothingToRedo');
  // In a language written from the right «back» points to the right.
  const [Back, Forward] = direction === 'rtl' ? [IconArrowForwardUp, IconArrowBackUp] : [IconArrowBackUp, IconArrowForwardUp];
  return (
    <>
      <Tooltip label={undoLabel} multiline maw="22rem">
        <ActionIcon aria-label={undoLabel} aria-disabled={!steps.undo} data-off={!steps.undo || undefined} onClick={() => steps.undo && void undo()}>
          <Back size="1.2rem" stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoLabel} multiline maw="22rem">
        <ActionIcon aria-label={redoLabel} aria-disabled={!steps.redo} data-off={!steps.redo || undefined} onClick={() => steps.redo && void redo()}>
          <Forward size="1.2rem" stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
