import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CheckTopic, checkTopics } from '#shared/domain/policy-checks.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { Balance } from './checks/balance.tsx';
import { CheckList } from './checks/check-list.tsx';
import classes from './checks/checks.module.css';
import { Markers } from './checks/markers.tsx';
import { Qualities } from './checks/qualities.tsx';
import { Safeguards } from './checks/safeguards.tsx';
import { Words } from './checks/words.tsx';

const parts = ['list', 'qualities', 'inclusion', 'safeguards', 'balance', 'words'] as const;
type Part = (typeof parts)[number];
/** Where a topic is put right on this very screen. */
const partOf: Readonly<Partial<Record<CheckTopic, Part>>> = {
  attributes: 'qualities',
  inclusion: 'inclusion',
  safeguards: 'safeguards',
  balance: 'balance',
  text: 'words',
};

/** What the policy still lacks, with a light for every topic and a way to every place; and what people judge about it. */
export function ChecksPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const checks = useQuery(queries.policy.checks.queryOptions()).data;
  const review = useQuery(queries.policyChecks.review.queryOptions()).data;
  const [part, setPart] = useState<Part>('list');
  const red = checks?.filter(({ light }) => light === 'red').length ?? 0;
  const measures = useQuery(queries.policy.measures.queryOptions()).data;
  const open = new Set(checks?.map(({ topic }) => topic));
  const quiet = checkTopics.filter((topic) => !open.has(topic));
  // Without a measure nothing but the plan as a whole can hold or fail.
  const unseen = new Set(measures?.length === 0 ? quiet.filter((topic) => topic !== 'plan') : []);
  const safeguardsOpen = checks?.filter(({ code }) => code === 'safeguard-open').length ?? 0;
  return (
    <StagePage title={t('section.policyChecks')} purpose={t('checks.purpose')} wide>
      {checks && measures ? (
        <StatRow>
          <Stat value={formats.count(red)} label={t('checks.light.red')} />
          <Stat value={formats.count(checks.length - red)} label={t('checks.light.amber')} />
          <Stat value={formats.count(quiet.length - unseen.size)} label={t('checks.topicsFine')} />
        </StatRow>
      ) : null}
      <Tabs value={part} onChange={(value) => setPart(parts.find((known) => known === value) ?? 'list')} keepMounted={false}>
        <Tabs.List>
          {parts.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`checks.part.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list" pt="md">
          {safeguardsOpen > 0 ? (
            <div className={classes.notice}>
              <Notice kind="caution">{t('checks.safeguardsOpen', { count: safeguardsOpen })}</Notice>
            </div>
          ) : null}
          {checks && measures ? <CheckList checks={checks} unseen={unseen} onGo={(topic) => setPart(partOf[topic] ?? 'list')} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="qualities" pt="md">
          {review ? <Qualities attributes={review.attributes} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="inclusion" pt="md">
          {review ? <Markers markers={review.markers} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="safeguards" pt="md">
          {review ? <Safeguards answers={review.safeguards} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="balance" pt="md">
          {review ? <Balance shares={review.balance} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="words" pt="md">
          {review ? <Words text={review.text} /> : null}
        </Tabs.Panel>
      </Tabs>
    </StagePage>
  );
}
