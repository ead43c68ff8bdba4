import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowRight, IconCompass, IconFileAlert, IconFolderOpen, IconLanguage, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecentProject } from '#shared/domain/project.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useOpeningProblem } from '../../app/engine/opening-problem.ts';
import { useProjectActions } from '../../app/engine/use-project-actions.ts';
import { useIsHelper } from '../../app/history/author-field.tsx';
import { stageEntries } from '../../app/sections.ts';
import { Mark } from '../../app/shell/mark.tsx';
import { LanguageMenuItems } from '../../app/texts/language-menu-items.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { NewCityDialog } from './new-city-dialog.tsx';
import { OpeningProblemPage } from './opening/opening-problem-page.tsx';
import classes from './welcome-page.module.css';

/** The first screen: open, make, explore the sample, or go on with a recent city. */
export function WelcomePage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const project = useProject();
  const problem = useOpeningProblem();
  const actions = useProjectActions();
  const isHelper = useIsHelper();
  const [isCreating, setCreating] = useState(false);
  const [busy, setBusy] = useState<'open' | 'sample' | null>(null);

  const run = async (what: 'open' | 'sample') => {
    setBusy(what);
    await (what === 'open' ? actions.open() : actions.openSample());
    setBusy(null);
  };

  return (
    <div className={classes.page}>
      <section className={classes.intro}>
        <CityLines />
        <div className={classes.brand}>
          <Mark size={44} />
          <h1>{t('app.name')}</h1>
          <p className={classes.promise}>{t('welcome.promise')}</p>
        </div>
        <ol className={classes.steps}>
          {stageEntries.map((entry) => (
            <li key={entry.stage}>
              <entry.icon size="1.15rem" stroke={1.6} aria-hidden />
              {t(entry.title)}
            </li>
          ))}
        </ol>
      </section>
      <section className={classes.choices}>
        <div className={classes.corner}>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" leftSection={<IconLanguage size="1.15rem" stroke={1.6} aria-hidden />}>
                {t('shell.language')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <LanguageMenuItems />
            </Menu.Dropdown>
          </Menu>
        </div>
        {problem ? (
          <OpeningProblemPage problem={problem} />
        ) : isHelper ? (
          <HelperWelcome />
        ) : (
          <div className={classes.inner}>
            <h2>{t('welcome.start')}</h2>
            <div className={classes.actions}>
              <Button size="md" leftSection={<IconPlus size="1.2rem" aria-hidden />} onClick={() => setCreating(true)}>
                {t('welcome.create')}
              </Button>
              <Button
                size="md"
                variant="default"
                leftSection={<IconFolderOpen size="1.2rem" stroke={1.6} aria-hidden />}
                loading={busy === 'open'}
                onClick={() => void run('open')}
              >
                {t('welcome.open')}
              </Button>
            </div>
            <button type="button" className={classes.sample} onClick={() => void run('sample')} disabled={busy !== null} aria-busy={busy === 'sample'}>
              <IconCompass size="1.6rem" stroke={1.5} aria-hidden />
              <span>
                <strong>{t('welcome.sample')}</strong>
                <span>{busy === 'sample' ? t('welcome.sampleBuilding') : t('welcome.sampleNote')}</span>
              </span>
              <IconArrowRight size="1.2rem" aria-hidden className={classes.arrow} />
            </button>
            {project ? (
              <Button
                variant="light"
                rightSection={<IconArrowRight size="1rem" aria-hidden className={classes.arrow} />}
                onClick={() => void navigate({ to: '/city' })}
              >
                {t('welcome.goOn', { city: project.city.name || t('shell.unnamedCity') })}
              </Button>
            ) : null}
            <RecentList />
          </div>
        )}
      </section>
      <NewCityDialog opened={isCreating} onClose={() => setCreating(false)} />
    </div>
  );
}

/** A co-facilitator works on what the lead has open, and on nothing else. */
function HelperWelcome() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const project = useProject();
  return (
    <div className={classes.inner}>
      <h2>{t(project ? 'helper.welcome' : 'helper.waiting')}</h2>
      <p>{t(project ? 'helper.welcomeNote' : 'helper.waitingNote')}</p>
      {project ? (
        <div className={classes.actions}>
          <Button
            size="md"
            rightSection={<IconArrowRight size="1rem" aria-hidden className={classes.arrow} />}
            onClick={() => void navigate({ to: '/workshops' })}
          >
            {t('welcome.goOn', { city: project.city.name || t('shell.unnamedCity') })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function RecentList() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const actions = useProjectActions();
  const recent = useQuery(queries.project.recent.queryOptions());
  const forget = useMutation(queries.project.forgetRecent.mutationOptions({ onSuccess: () => recent.refetch() }));
  if (!recent.data || recent.data.length === 0) return <p className={classes.none}>{t('welcome.noRecent')}</p>;

  const open = (entry: RecentProject) => void actions.openRecent(entry.path);
  return (
    <div className={classes.recent}>
      <h2>{t('welcome.recent')}</h2>
      <ul>
        {recent.data.map((entry) => (
          <li key={entry.path}>
            <button type="button" className={classes.entry} onClick={() => open(entry)}>
              <span className={classes.entryName}>
                {entry.isMissing ? <IconFileAlert size="1.1rem" aria-hidden /> : null}
                <bdi>{entry.cityName || entry.fileName}</bdi>
              </span>
              <span className={classes.entryWhen}>{entry.isMissing ? t('welcome.missing') : formats.instant(entry.openedAt)}</span>
              <bdo dir="ltr" className={classes.entryPath}>
                {entry.path}
              </bdo>
            </button>
            <Tooltip label={t('welcome.forget')}>
              <ActionIcon
                color="gray"
                aria-label={t('welcome.forgetNamed', { name: entry.cityName || entry.fileName })}
                onClick={() => forget.mutate({ path: entry.path })}
              >
                <IconX size="1rem" />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Ward lines of an imagined harbour city: decoration, so hidden from readers. */
function CityLines() {
  return (
    <svg className={classes.lines} viewBox="0 0 400 700" preserveAspectRatio="xMidYMid slice" aria-hidden>
      <g fill="none" stroke="currentColor" strokeWidth="1.2">
        <path d="M-10 90 70 60 150 95 240 50 330 85 410 40M-10 200l90-30 80 45 95-40 80 30 80-35M-10 330l70-25 100 35 70-50 100 40 90-40M-10 470l110-40 60 50 110-45 60 40 90-45M-10 600l80-35 110 30 90-50 80 40 70-35" />
        <path d="M70 60l10 110M150 95l10 120M240 50l15 125M330 85l5 120M80 170l-20 135M160 215v125M255 175l-25 115M335 205l-5 125M60 305l40 125M160 340v140M230 290l40 145M330 330v145M100 430l-30 135M160 480l20 115M270 435v110M330 475l20 110" />
      </g>
      <path d="M-10 520C80 470 130 560 200 520S320 430 410 500" fill="none" stroke="currentColor" strokeWidth="9" opacity="0.5" />
    </svg>
  );
}
