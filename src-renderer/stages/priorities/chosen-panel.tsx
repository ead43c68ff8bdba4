import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Priority, PriorityResult } from '#shared/domain/priorities.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../ui/saved-text.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { usePromptValue } from '../../ui/use-prompt-value.ts';
import classes from './result-page.module.css';
import { byRank } from './result-words.ts';

/** The vote advises; what the workshop chooses, and why, is written down here. */
export function ChosenPanel({ options, results }: { options: readonly Priority[]; results: readonly PriorityResult[] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('result.choose.title')} note={t('result.choose.note')}>
      <ul className={classes.choices}>
        {byRank(options, results).map(({ option, result }) => (
          <Choice key={option.id} option={option} share={result.share} />
        ))}
      </ul>
    </Panel>
  );
}

function Choice({ option, share }: { option: Priority; share: number | null }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.priorities.update.mutationOptions());
  const [isChosen, choose] = usePromptValue(option.isChosen, (value, undo) => update({ id: option.id, patch: { isChosen: value } }, { onError: undo }));
  return (
    <li>
      <Checkbox
        label={
          <span>
            <bdi>{option.title || t('vote.untitled')}</bdi> <span className={classes.quiet}>{formats.percent(share)}</span>
          </span>
        }
        checked={isChosen}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {isChosen ? (
        <SavedTextarea
          className={classes.reason}
          label={t('result.reason', { title: option.title })}
          placeholder={t('result.reasonPlaceholder')}
          minRows={1}
          value={option.reason}
          onSave={(reason) => update({ id: option.id, patch: { reason } })}
        />
      ) : null}
    </li>
  );
}
