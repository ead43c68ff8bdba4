import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconQuote } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useReveal } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { FindingCard } from './findings/finding-card.tsx';
import classes from './findings/findings.module.css';
import { ValidationOffers } from './findings/validation-offers.tsx';
import { WaitingEvidence } from './findings/waiting-evidence.tsx';

/** What the city knows, one sentence each, with the evidence that it rests on. */
export function FindingsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery(queries.findings.list.queryOptions()).data;
  const add = useMutation(queries.findings.add.mutationOptions());
  const [newId, setNewId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useReveal(findings !== undefined);

  // A new finding comes into view with its sentence ready to be written.
  useEffect(() => {
    if (newId && findings?.some((finding) => finding.id === newId)) list.current?.querySelector<HTMLElement>(`[data-finding="${newId}"] textarea`)?.focus();
  }, [newId, findings]);

  const addButton = (
    <Button
      leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}
      loading={add.isPending}
      onClick={() => add.mutate({}, { onSuccess: (finding) => setNewId(finding.id) })}
    >
      {t('findings.add')}
    </Button>
  );

  return (
    <StagePage title={t('section.findings')} purpose={t('findings.purpose')} actions={findings && findings.length > 0 ? addButton : null}>
      {findings === undefined ? (
        <Skeleton height="20rem" />
      ) : findings.length === 0 ? (
        <>
          <WaitingEvidence findings={findings} />
          <Panel>
            <EmptyState icon={IconQuote} title={t('findings.empty.title')} action={addButton}>
              {t('findings.empty.body')}
            </EmptyState>
          </Panel>
        </>
      ) : (
        <>
          <WaitingEvidence findings={findings} />
          <ValidationOffers />
          <Notice>{t('findings.rule')}</Notice>
          <ul className={classes.list} ref={list}>
            {findings.map((finding) => (
              <li key={finding.id} data-finding={finding.id} data-object={finding.id}>
                <FindingCard finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
    </StagePage>
  );
}
