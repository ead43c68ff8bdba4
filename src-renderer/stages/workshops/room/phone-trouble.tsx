import { Button, Drawer } from '@mantine/core';
import { IconDeviceMobileQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './cockpit.module.css';

const steps = ['stay', 'data', 'address', 'browser', 'helpers', 'laptop', 'apart', 'paper'] as const;

/** What to do when phones refuse a network without internet, in the order in which it helps most often. */
export function PhoneTrouble() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" leftSection={<IconDeviceMobileQuestion size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {t('cockpit.trouble.button')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="md"
        title={t('cockpit.trouble.title')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <p className={classes.lead}>{t('cockpit.trouble.lead')}</p>
        <ol className={classes.trouble}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`cockpit.trouble.${step}.title`)}</strong>
              <p>{t(`cockpit.trouble.${step}.body`)}</p>
            </li>
          ))}
        </ol>
      </Drawer>
    </>
  );
}
