import { ActionIcon, Button, Popover, Select, Tooltip } from '@mantine/core';
import { IconTable, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { EvidenceItem, Finding, ShownFigure } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureTable } from '../../../ui/chart/figure-table.tsx';
import { FigureFactsText } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './findings.module.css';

const newFinding = 'new';

/** Evidence that was kept and has no finding yet: nothing is shown while there is none. */
export function WaitingEvidence({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const waiting = useQuery(queries.findings.waiting.queryOptions()).data ?? [];
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('findings.waiting.title', { count: waiting.length })} note={t('findings.waiting.note')}>
      <ul className={classes.evidence}>
        {waiting.map((item) => (
          <li key={item.id}>
            <WaitingItem item={item} findings={findings} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function WaitingItem({ item, findings }: { item: EvidenceItem; findings: readonly Finding[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.findings.add.mutationOptions());
  const place = useMutation(queries.findings.placeEvidence.mutationOptions());
  const remove = useMutation(queries.findings.removeEvidence.mutationOptions());
  const put = async (target: string) => {
    const findingId = target === newFinding ? (await add.mutateAsync({ sentence: '' })).id : target;
    await place.mutateAsync({ id: item.id, findingId });
  };
  return (
    <div className={classes.item}>
      <div className={classes.itemMain}>
        <span className={classes.kind}>{t(`evidenceKind.${item.kind}`)}</span>
        <p>
          <bdi>{item.text}</bdi>
        </p>
        <small>
          <bdi>{item.source || t('findings.evidence.noSource')}</bdi>
        </small>
      </div>
      {item.shown ? <ShownFigureButton shown={item.shown} about={item.text} /> : null}
      <Select
        aria-label={`${t('findings.waiting.putUnder')}: ${item.text}`}
        placeholder={t('findings.waiting.putUnder')}
        data={[
          { value: newFinding, label: t('findings.new') },
          ...findings.map((finding) => ({ value: finding.id, label: finding.sentence || t('findings.unwritten') })),
        ]}
        value={null}
        onChange={(value) => value && put(value).catch(() => undefined)}
        searchable
        w="12rem"
      />
      <Tooltip label={t('action.remove')}>
        <ActionIcon color="red" size="2.25rem" aria-label={`${t('action.remove')}: ${item.text}`} onClick={() => remove.mutate({ id: item.id })}>
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** What stood on the screen when the figure was kept. */
export function ShownFigureButton({ shown, about }: { shown: ShownFigure; about: string }) {
  const { t, formats } = useTexts();
  return (
    <Popover position="bottom-end" width="min(30rem, 92vw)" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="xs" leftSection={<IconTable size="1rem" stroke={1.6} aria-hidden />} aria-label={`${t('findings.shown')}: ${about}`}>
          {t('findings.shown')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.shown}>
        <strong>
          <bdi>{shown.title}</bdi>
        </strong>
        <small>
          <bdi>{shown.about}</bdi>
          {shown.about === '' ? '' : ' · '}
          {t('findings.shown.keptOn', { day: formats.day(shown.keptAt.slice(0, 10)) })}
        </small>
        <FigureTable caption={shown.title} table={{ columns: shown.table.columns.map((label) => ({ label })), rows: shown.table.rows }} />
        {shown.facts ? <FigureFactsText facts={shown.facts} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
