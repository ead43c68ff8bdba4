import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VoteChoice, VoteDecided } from '#shared/domain/priorities.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './result-page.module.css';

const typed = 'typed';

/** Which vote counts, where there is a choice: a closed ballot on the priorities, or the dots typed by group. */
export function SourceChoice({ decided }: { decided: VoteDecided }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: choose } = useMutation(queries.priorities.setSource.mutationOptions());
  if (decided.choices.length === 0) return null;
  const nameOf = ({ ballotKind, question, workshop }: VoteChoice) => t('result.source.ballot', { kind: t(`ballots.kind.${ballotKind}`), question, workshop });
  const value = decided.source.kind === 'ballot' ? decided.source.ballotId : typed;
  const options = [
    ...decided.choices.map((choice) => ({ value: choice.ballotId, label: nameOf(choice) })),
    ...(decided.hasTyped || value === typed ? [{ value: typed, label: t('result.source.typed') }] : []),
  ];
  const source = options.find((option) => option.value === value)?.label ?? '';
  return (
    <Panel>
      <Select
        label={t('result.source.label')}
        description={decided.isAutomatic && options.length > 1 ? t('result.source.automatic', { source }) : t('result.source.one')}
        data={options}
        value={value}
        allowDeselect={false}
        onChange={(chosen) => chosen && choose({ ballotId: chosen === typed ? null : chosen })}
      />
      {value === typed ? null : (
        <p className={classes.details}>
          <Link to="/workshops/results">{t('result.source.details')}</Link>
        </p>
      )}
    </Panel>
  );
}
