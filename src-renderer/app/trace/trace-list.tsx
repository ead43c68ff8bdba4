import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import {
  IconAbacus,
  IconAlertTriangle,
  IconBinaryTree,
  IconBooks,
  IconBuildingCommunity,
  IconChartDots,
  IconCheckbox,
  IconDatabase,
  IconFileDescription,
  IconFileText,
  IconHandFinger,
  IconListNumbers,
  IconLock,
  IconMathFunction,
  IconMessageCheck,
  IconQuote,
  IconRoute,
  IconRuler2,
  IconSettingsAutomation,
  IconTargetArrow,
  IconTopologyStar3,
  IconWorld,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { TraceableKind, TraceStep } from '#shared/domain/trace.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './trace.module.css';
import { isTraceable, pageOf, useTraceWords } from './trace-words.ts';

const icons: Readonly<Record<TraceStep['kind'], typeof IconQuote>> = {
  finding: IconQuote,
  evidence: IconFileDescription,
  priority: IconHandFinger,
  objective: IconTargetArrow,
  measure: IconCheckbox,
  dataset: IconDatabase,
  observation: IconAbacus,
  indicator: IconChartDots,
  file: IconFileText,
  recipe: IconSettingsAutomation,
  method: IconMathFunction,
  risk: IconAlertTriangle,
  validation: IconMessageCheck,
  practice: IconBooks,
  score: IconListNumbers,
  'problem-node': IconBinaryTree,
  factor: IconTopologyStar3,
  meeting: IconAlertTriangle,
  'outside-factor': IconWorld,
  target: IconRuler2,
  section: IconBuildingCommunity,
};

/** So many steps stand open; a statistic with hundreds of values shows the rest on demand. */
const mostShown = 80;

interface ListProps {
  readonly steps: readonly TraceStep[];
  readonly onFollow: (place: { kind: TraceableKind; id: string }) => void;
  readonly onClose: () => void;
}

/** Steps of a trail, each indented under what it belongs to. */
export function TraceList({ steps, onFollow, onClose }: ListProps) {
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? steps : steps.slice(0, mostShown);
  return (
    <>
      <ul className={classes.steps}>
        {shown.map((step) => (
          <li key={step.key} style={{ '--depth': step.depth - 1 } as React.CSSProperties} data-depth={step.depth}>
            <StepRow step={step} onFollow={onFollow} onClose={onClose} />
          </li>
        ))}
      </ul>
      {shown.length < steps.length ? (
        <Button variant="subtle" size="compact-md" mih="2.25rem" onClick={() => setWhole(true)}>
          {t('trace.more', { count: steps.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}

function StepRow({ step, onFollow, onClose }: { step: TraceStep } & Omit<ListProps, 'steps'>) {
  const { t } = useTexts();
  const words = useTraceWords();
  const Icon = icons[step.kind];
  const page = pageOf(step);
  const title = words.title(step);
  const { kind, id } = step;
  return (
    <div className={classes.step}>
      <span className={classes.sign} data-against={step.stance === 'against' || undefined}>
        <Icon size="1.05rem" stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <span className={classes.kind}>
          {words.kind(kind)}
          {step.stance === 'against' ? ` · ${t('findings.evidence.against')}` : null}
          {step.support ? ` · ${t(`support.${step.support}`)}` : null}
          {step.isRestricted ? <IconLock size="0.9rem" stroke={1.8} aria-label={t('findings.restricted.short')} /> : null}
        </span>
        {page === null ? (
          <bdi>{title}</bdi>
        ) : (
          <a href={page} onClick={onClose}>
            <bdi>{title}</bdi>
          </a>
        )}
        {step.isRepeat ? <span className={classes.quiet}>{t('trace.repeat')}</span> : <Facts step={step} />}
      </div>
      {isTraceable(kind) && id !== null ? (
        <Tooltip label={t('trace.follow')}>
          <ActionIcon aria-label={`${t('trace.follow')}: ${title}`} onClick={() => onFollow({ kind, id })}>
            <IconRoute size="1.05rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </div>
  );
}

function Facts({ step }: { step: TraceStep }) {
  const { t } = useTexts();
  const words = useTraceWords();
  if (step.facts.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {step.facts.map((one) => {
        const { label, words: said } = words.fact(one);
        return (
          <div key={one.name}>
            <dt>{label}</dt>
            <dd>
              {one.name === 'sha256' ? (
                <CopyButton value={String(one.value)}>
                  {({ copied, copy }) => (
                    <button type="button" className={classes.copy} onClick={copy} title={t('data.copyFingerprint')}>
                      <code dir="ltr">{copied ? t('data.recipeCopied') : said}</code>
                      <span className="visually-hidden">{t('data.copyFingerprint')}</span>
                    </button>
                  )}
                </CopyButton>
              ) : (
                <bdi>{said}</bdi>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
