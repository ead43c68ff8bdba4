import { Button, Modal } from '@mantine/core';
import { IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './people.module.css';
import { ShareForm } from './share-form.tsx';

/** A copy for somebody who is to see the work and no people. */
export function SharePanel() {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Panel title={t('share.title')} note={t('share.note')}>
      <Button variant="default" leftSection={<IconUserShield size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('share.open')}
      </Button>
      <Modal opened={isOpen} onClose={close} size="38rem" title={t('share.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <div className={classes.dialog}>{isOpen ? <ShareForm onClose={close} /> : null}</div>
      </Modal>
    </Panel>
  );
}
