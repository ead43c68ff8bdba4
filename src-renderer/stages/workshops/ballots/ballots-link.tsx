import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** The way to where ballots are made. */
export function BallotsLink() {
  const { t } = useTexts();
  return (
    <Button component={Link} to="/workshops/ballots">
      {t('entry.toBallots')}
    </Button>
  );
}
