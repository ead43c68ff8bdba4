import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../app/texts/texts-provider.tsx';

export interface ConfirmQuestion {
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly onConfirm: () => void;
}

/** Escape closes the question alone, not the drawer behind it as well. */
const ownEscape = { 'data-mantine-stop-propagation': true };

/** Asks before something is removed; the safe answer has the focus. */
export function useConfirm() {
  const { t } = useTexts();
  const [question, setQuestion] = useState<ConfirmQuestion | null>(null);
  const close = () => setQuestion(null);
  const dialog = (
    <Modal
      opened={question !== null}
      onClose={close}
      title={question?.title}
      // The frame stays in the page while closed; then it is no dialog and has no name.
      {...(question ? { role: 'alertdialog', 'aria-label': question.title } : {})}
      closeButtonProps={{ 'aria-label': t('action.cancel'), ...ownEscape }}
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Text>{question?.body}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus {...ownEscape}>
          {t('action.cancel')}
        </Button>
        <Button
          color="red"
          variant="light"
          {...ownEscape}
          onClick={() => {
            question?.onConfirm();
            close();
          }}
        >
          {question?.action}
        </Button>
      </Group>
    </Modal>
  );
  return { ask: setQuestion, dialog };
}
