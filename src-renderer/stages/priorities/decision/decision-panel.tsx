import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Decision, type DecisionInput, decisionMethods } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { usePromptValue } from '../../../ui/use-prompt-value.ts';
import classes from './decision.module.css';
import { DissentList } from './dissent-list.tsx';

/** One decision: when, who and how, why, who saw it otherwise, and what was on the table. */
export function DecisionPanel({ decision, isNewest }: { decision: Decision; isNewest: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate } = useMutation(queries.criteria.updateDecision.mutationOptions());
  const { mutate: remove } = useMutation(queries.criteria.removeDecision.mutationOptions());
  const workshops = useQuery(queries.workshops.list.queryOptions()).data ?? [];
  const update = (patch: Partial<DecisionInput>) => mutate({ id: decision.id, patch });
  const [method, setMethod] = usePromptValue(decision.method, (value) => update({ method: value }));
  const [decidedOn, setDecidedOn] = usePromptValue(decision.decidedOn, (value) => update({ decidedOn: value }));
  const title = t('decision.title', { day: decision.decidedOn ? formats.day(decision.decidedOn) : '–' });
  return (
    <Panel
      title={title}
      actions={
        <Tooltip label={t('decision.remove')}>
          <ActionIcon
            color="gray"
            size="2.25rem"
            aria-label={t('decision.remove')}
            onClick={() =>
              ask({
                title: t('decision.removeTitle'),
                body: t('decision.removeBody'),
                action: t('action.remove'),
                onConfirm: () => remove({ id: decision.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.form}>
        {isNewest && decision.hasChangedSince ? <Notice kind="caution">{t('decision.changedSince')}</Notice> : null}
        <OnTheTable decision={decision} />
        <div className={classes.fields}>
          <TextInput
            type="date"
            label={t('decision.decidedOn')}
            value={decidedOn}
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (day === '' || /^\d{4}-\d\d-\d\d$/.test(day)) setDecidedOn(day);
            }}
          />
          <SavedTextInput label={t('decision.body')} placeholder={t('decision.bodyPlaceholder')} value={decision.body} onSave={(body) => update({ body })} />
          <Select
            label={t('decision.method')}
            data={decisionMethods.map((value) => ({ value, label: t(`decision.method.${value}`) }))}
            value={method}
            allowDeselect={false}
            onChange={(value) => {
              const chosen = decisionMethods.find((known) => known === value);
              if (chosen) setMethod(chosen);
            }}
          />
          <SavedNumberInput label={t('decision.people')} min={0} allowDecimal={false} value={decision.people} onSave={(people) => update({ people })} />
          {workshops.length > 0 ? (
            <Select
              label={t('decision.workshop')}
              data={workshops.map(({ id, title: name }) => ({ value: id, label: name || t('vote.untitled') }))}
              value={decision.workshopId}
              clearable
              onChange={(workshopId) => update({ workshopId })}
            />
          ) : null}
        </div>
        <SavedTextarea
          label={t('decision.reasons')}
          description={t('decision.reasonsNote')}
          minRows={3}
          value={decision.reasons}
          onSave={(reasons) => update({ reasons })}
        />
        <DissentList decision={decision} />
      </div>
      {dialog}
    </Panel>
  );
}

function OnTheTable({ decision }: { decision: Decision }) {
  const { t, formats } = useTexts();
  const { content } = decision;
  const chosen = content.options.filter(({ decidedRank }) => decidedRank !== null);
  const rank = (value: number | null) => (value === null ? '–' : formats.decimal(value, Number.isInteger(value) ? 0 : 1));
  return (
    <div>
      <h3 className={classes.heading}>{t('decision.table')}</h3>
      {chosen.length === 0 ? (
        <p className={classes.quiet}>{t('decision.noneChosen')}</p>
      ) : (
        <ol className={classes.chosen}>
          {chosen.map((option) => (
            <li key={option.id}>
              <bdi>{option.title}</bdi>{' '}
              <span className={classes.quiet}>{t('decision.tableFacts', { criteria: rank(option.rank), vote: rank(option.voteRank) })}</span>
            </li>
          ))}
        </ol>
      )}
      {content.seed === null ? null : (
        <p className={classes.quiet}>{t('decision.tableSeed', { sets: formats.count(content.sets), seed: String(content.seed) })}</p>
      )}
    </div>
  );
}

/** Keeps what is on the table as a decision. */
export function RecordButton({ isFirst }: { isFirst: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: decide, isPending } = useMutation(queries.criteria.decide.mutationOptions());
  return (
    <Button variant={isFirst ? 'filled' : 'default'} loading={isPending} onClick={() => decide({})}>
      {isFirst ? t('decision.record') : t('decision.recordAgain')}
    </Button>
  );
}
