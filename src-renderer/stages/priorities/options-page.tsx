import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowRight, IconBulb, IconHandFinger, IconLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Finding } from '#shared/domain/findings.ts';
import type { Priority } from '#shared/domain/priorities.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { TraceIcon } from '../../app/trace/trace-button.tsx';
import { useReveal } from '../../app/wanted-object.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SavedTextarea } from '../../ui/saved-text.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './options-page.module.css';

/** What the room will vote for: one option per finding, and what people add. */
export function OptionsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const options = useQuery(queries.priorities.list.queryOptions()).data;
  const findings = useQuery(queries.findings.list.queryOptions()).data;
  useReveal(options !== undefined && findings !== undefined);
  const fromFindings = useMutation(queries.priorities.addFromFindings.mutationOptions());
  const taken = new Set((options ?? []).map((option) => option.findingId));
  const waiting = (findings ?? []).filter((finding) => finding.sentence.trim() !== '' && !finding.isRestricted && !taken.has(finding.id));
  const isEmpty = options?.length === 0;
  const make = (
    <Button
      variant={isEmpty ? 'filled' : 'default'}
      leftSection={<IconBulb size="1.1rem" stroke={1.6} aria-hidden />}
      loading={fromFindings.isPending}
      onClick={() => fromFindings.mutate(undefined)}
    >
      {t('options.fromFindings', { count: waiting.length })}
    </Button>
  );

  return (
    <StagePage
      title={t('section.options')}
      purpose={t('options.purpose')}
      actions={
        options && !isEmpty ? (
          <>
            {waiting.length > 0 ? make : null}
            <Button component={Link} to="/priorities/vote" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
              {t('options.next')}
            </Button>
          </>
        ) : null
      }
    >
      {options && findings ? (
        <Panel plain>
          <AddOwn />
          {isEmpty ? (
            <EmptyState
              icon={IconHandFinger}
              title={t('options.empty.title')}
              action={
                waiting.length > 0 ? (
                  make
                ) : (
                  <Button component={Link} to="/profile/findings" variant="default">
                    {t('options.empty.findings')}
                  </Button>
                )
              }
            >
              {t('options.empty.body')}
            </EmptyState>
          ) : (
            <ol className={classes.list}>
              {options.map((option, index) => (
                <OptionLine key={option.id} number={index + 1} option={option} finding={findings.find((finding) => finding.id === option.findingId) ?? null} />
              ))}
            </ol>
          )}
        </Panel>
      ) : null}
    </StagePage>
  );
}

function AddOwn() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add } = useMutation(queries.priorities.add.mutationOptions());
  const [title, setTitle] = useState('');
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!title.trim()) return;
        add({ title: title.trim(), findingId: null });
        setTitle('');
      }}
    >
      <TextInput
        className={classes.addField}
        label={t('options.add.label')}
        placeholder={t('options.add.placeholder')}
        dir={title === '' ? undefined : 'auto'}
        maxLength={500}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} disabled={!title.trim()}>
        {t('action.add')}
      </Button>
    </form>
  );
}

function OptionLine({ number, option, finding }: { number: number; option: Priority; finding: Finding | null }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.priorities.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.priorities.remove.mutationOptions());
  return (
    <li className={classes.line} data-object={option.id}>
      <span className={classes.number} aria-hidden>
        {formats.count(number)}
      </span>
      <div className={classes.words}>
        <SavedTextarea
          aria-label={t('options.title', { number })}
          minRows={1}
          maxLength={500}
          value={option.title}
          onSave={(title) => update({ id: option.id, patch: { title } })}
          classNames={{ input: classes.title ?? '' }}
        />
        <SavedTextarea
          aria-label={t('options.about', { title: option.title })}
          placeholder={t('options.aboutPlaceholder')}
          minRows={1}
          value={option.description}
          onSave={(description) => update({ id: option.id, patch: { description } })}
          classNames={{ input: classes.about ?? '' }}
        />
        <p className={classes.origin}>
          {finding ? (
            <>
              <IconLink size="1rem" stroke={1.6} aria-hidden />
              <Link to="/profile/findings" search={{ object: finding.id }} dir="auto" className={classes.finding} title={finding.sentence}>
                {finding.sentence}
              </Link>
              <span className={classes.badge} data-support={finding.support}>
                {t('options.evidence', { count: finding.evidence.length })}
              </span>
            </>
          ) : (
            t('options.own')
          )}
        </p>
      </div>
      <TraceIcon kind="priority" id={option.id} name={option.title} />
      <Tooltip label={t('options.remove', { title: option.title })}>
        <ActionIcon
          color="gray"
          aria-label={t('options.remove', { title: option.title })}
          onClick={() =>
            ask({
              title: t('options.removeTitle'),
              body: t('options.removeBody', { title: option.title }),
              action: t('action.remove'),
              onConfirm: () => remove({ id: option.id }),
            })
          }
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {dialog}
    </li>
  );
}
