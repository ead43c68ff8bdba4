import { Checkbox, Popover, Stack } from '@mantine/core';
import type { ResidentGroup, Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import cell from '../../ui/editable-cell.module.css';
import { usePromptValue } from '../../ui/use-prompt-value.ts';
import classes from './stakeholders.module.css';
import { useStakeholderWords } from './use-stakeholders.ts';

/** Which resident groups a stakeholder speaks for. */
export function RepresentsCell({ stakeholder, onSave }: { stakeholder: Stakeholder; onSave: (groups: ResidentGroup[]) => void }) {
  const { t } = useTexts();
  const words = useStakeholderWords();
  const names = words.groupNames(stakeholder.represents);
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${cell.input} ${cell.bleed} ${classes.represents}`}
          aria-label={t('register.representsOf', { name: stakeholder.name, groups: names || '–' })}
          title={names}
        >
          {names || '–'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <GroupChoice chosen={stakeholder.represents} onSave={onSave} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Resident groups as boxes to tick. */
export function GroupChoice({ chosen, onSave }: { chosen: readonly ResidentGroup[]; onSave: (groups: ResidentGroup[]) => void }) {
  const { t } = useTexts();
  const words = useStakeholderWords();
  const [groups, choose] = usePromptValue<readonly ResidentGroup[]>(chosen, (value) => onSave([...value]));
  return (
    <Checkbox.Group
      label={t('register.representsLabel')}
      value={[...groups]}
      onChange={(values) => choose(words.groups.map(({ value }) => value).filter((value) => values.includes(value)))}
    >
      <Stack gap="0.5rem" mt="0.5rem">
        {words.groups.map((group) => (
          <Checkbox key={group.value} value={group.value} label={group.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
