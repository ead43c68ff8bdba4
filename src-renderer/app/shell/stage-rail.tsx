import { Tooltip } from '@mantine/core';
import { IconCheck, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useEngine } from '../engine/engine-provider.tsx';
import { useIsHelper } from '../history/author-field.tsx';
import { usePreferences } from '../preferences.tsx';
import { findSection, leadOnlyPaths, projectEntries, type RailEntry, stageEntries } from '../sections.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { Mark } from './mark.tsx';
import classes from './stage-rail.module.css';

/** The stages of the method with what each has so far. One may jump about; nothing is locked. */
export function StageRail() {
  const { t } = useTexts();
  const { isProjector } = usePreferences();
  const { queries } = useEngine();
  const statuses = useQuery(queries.project.stages.queryOptions()).data ?? [];
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = findSection(path)?.entry;
  const isHelper = useIsHelper();
  const railRef = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    // On a phone the stages lie beside one another and most of them are out of sight. After the router put scroll positions back.
    const show = () => [...(railRef.current?.querySelectorAll('[data-current]') ?? [])].at(-1)?.scrollIntoView({ block: 'nearest', inline: 'center' });
    show();
    return router.subscribe('onRendered', show);
  }, [router]);
  const entries = isHelper ? projectEntries.filter((entry) => !entry.sections.some((section) => leadOnlyPaths.has(section.path))) : projectEntries;

  return (
    <nav ref={railRef} className={classes.rail} aria-label={t('shell.stages')}>
      <Link to="/" className={classes.brand} aria-label={`${t('app.name')} – ${t('shell.home')}`}>
        <Mark />
        <span className={classes.brandName}>{t('app.name')}</span>
        <IconHome size="1rem" className={classes.homeIcon} aria-hidden />
      </Link>
      <ol className={classes.stages}>
        {stageEntries.map((entry, index) => {
          const status = statuses.find((candidate) => candidate.stage === entry.stage);
          const isCurrent = entry === current;
          const progress = status ? t('shell.stageProgress', { done: status.done, total: status.total }) : '';
          return (
            <li key={entry.stage}>
              <Tooltip label={isProjector ? t(entry.title) : progress} position="right" disabled={!progress && !isProjector}>
                <Link
                  to={entry.sections[0]?.path ?? '/'}
                  className={classes.stage}
                  data-current={isCurrent || undefined}
                  aria-current={isCurrent ? 'step' : undefined}
                >
                  <entry.icon size="1.25rem" stroke={1.6} aria-hidden className={classes.icon} />
                  <span className={classes.name}>
                    <span className={classes.number}>{index + 1}</span> {t(entry.title)}
                    <span className="visually-hidden">{progress}</span>
                  </span>
                  <StageMark state={status?.state ?? 'empty'} share={status && status.total > 0 ? status.done / status.total : 0} />
                </Link>
              </Tooltip>
              {isCurrent ? <Sections entry={entry} path={path} /> : null}
            </li>
          );
        })}
      </ol>
      <ul className={classes.project}>
        {entries.map((entry) => (
          <li key={entry.title}>
            <Tooltip label={t(entry.title)} position="right" disabled={!isProjector}>
              <Link
                to={entry.sections[0]?.path ?? '/'}
                className={classes.stage}
                data-current={entry === current || undefined}
                aria-current={entry === current ? 'step' : undefined}
              >
                <entry.icon size="1.25rem" stroke={1.6} aria-hidden className={classes.icon} />
                <span className={classes.name}>{t(entry.title)}</span>
                {entry.sections.some(({ path: to }) => to === questionsPath) ? <OpenQuestions /> : null}
              </Link>
            </Tooltip>
            {entry === current ? <Sections entry={entry} path={path} /> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const questionsPath = '/groups-copies/questions';

/** How many questions copies have left open; nothing where there is none. */
function OpenQuestions() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const count = useQuery(queries.merging.reviews.queryOptions()).data?.length ?? 0;
  if (count === 0) return null;
  const words = t('groupCopies.questions.open', { count });
  return (
    <span className={classes.count} title={words}>
      <span aria-hidden>{formats.count(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** The screens of the place one is in. */
function Sections({ entry, path }: { entry: RailEntry; path: string }) {
  const { t } = useTexts();
  const current = findSection(path)?.section;
  if (entry.sections.length < 2) return null;
  return (
    <ul className={classes.sections}>
      {entry.sections.map((section) => (
        <li key={section.path}>
          <Link
            to={section.path}
            activeOptions={{ exact: true }}
            className={classes.section}
            data-current={section === current || undefined}
            aria-current={section === current ? 'page' : undefined}
          >
            {t(section.title)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A ring that fills, and a tick when nothing is missing: shape as well as colour. */
function StageMark({ state, share }: { state: 'empty' | 'started' | 'complete'; share: number }) {
  if (state === 'complete') return <IconCheck size="1.05rem" stroke={2.4} className={classes.done} aria-hidden />;
  const around = 2 * Math.PI * 6;
  return (
    <svg width="17" height="17" viewBox="0 0 17 17" aria-hidden className={classes.ring}>
      <circle cx="8.5" cy="8.5" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <circle
        cx="8.5"
        cy="8.5"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 8.5 8.5)"
      />
    </svg>
  );
}
