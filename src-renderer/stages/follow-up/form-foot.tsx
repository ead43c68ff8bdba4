import { Button, type ButtonProps, Group } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './follow-up.module.css';

interface FormFootProps extends Pick<ButtonProps, 'variant'> {
  /** The form changes what was told before, in place of adding to it. */
  readonly isChange: boolean;
  readonly addLabel: string;
  readonly note?: string;
  readonly isPending: boolean;
  readonly onCancel: () => void;
}

/** How a form ends with which something new is told, or something told before is changed. */
export function FormFoot({ isChange, addLabel, note = '', isPending, onCancel, variant }: FormFootProps) {
  const { t } = useTexts();
  const Icon = isChange ? IconCheck : IconPlus;
  return (
    <div className={classes.foot}>
      {note ? <p>{note}</p> : null}
      <Group gap="sm">
        {isChange ? (
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        ) : null}
        <Button type="submit" variant={variant} loading={isPending} leftSection={<Icon size="1.1rem" aria-hidden />}>
          {isChange ? t('followUp.keepChange') : addLabel}
        </Button>
      </Group>
    </div>
  );
}

/** For the field that has the focus once a form shows what is to be changed. */
export function useFocusWhenChanging<Field extends HTMLElement = HTMLTextAreaElement>(isChange: boolean) {
  const field = useRef<Field>(null);
  useEffect(() => {
    if (isChange) field.current?.focus();
  }, [isChange]);
  return field;
}
