import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWorkshop } from './use-workshop.ts';
import classes from './workshop-picker.module.css';

/** Which workshop the screen is about, with the others and a new one behind it. */
export function WorkshopPicker({ onNew }: { onNew: () => void }) {
  const { t } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { workshops, workshop, choose } = useWorkshop();
  const nameOf = useWorkshopName();
  if (!workshop) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          maw="min(24rem, 100%)"
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
          aria-label={t('workshops.which', { name: nameOf(workshop) })}
          title={nameOf(workshop)}
        >
          <bdi className={classes.name}>{nameOf(workshop)}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw="min(32rem, 90vw)">
        {(workshops ?? []).map((each) => (
          <Menu.Item
            key={each.id}
            onClick={() => choose(each.id)}
            aria-current={each.id === workshop.id ? 'true' : undefined}
            rightSection={each.id === workshop.id ? <IconCheck size="1rem" aria-hidden /> : null}
          >
            <bdi>{nameOf(each)}</bdi>
          </Menu.Item>
        ))}
        {isReadOnly ? null : (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onNew}>
              {t('workshops.new')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A workshop as lists name it: its title, or what there is instead, with its first day. */
export function useWorkshopName(): (workshop: Workshop) => string {
  // The title and the date each keep their direction of writing.
  const { t, formats } = useTexts();
  return ({ title, startsOn }) => [title || t('workshops.untitled'), startsOn ? formats.day(startsOn) : ''].filter(Boolean).map(isolated).join(' · ');
}

const isolated = (text: string): string => `\u2068${text}\u2069`;
