import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { TodoList } from '../../ui/todo-list.tsx';
import classes from './home/home.module.css';
import { HomeFigures } from './home/home-figures.tsx';
import { type KnowledgeLine, type KnowledgeSources, knowledgeOf } from './home/knowledge.ts';

/** The profile at a glance: what the city knows, how well, and what is missing. */
export function ProfileHomePage() {
  const { t, formats } = useTexts();
  const sources = useKnowledgeSources();
  return (
    <StagePage
      title={t('section.profileHome')}
      purpose={t('home.purpose')}
      actions={
        // With nothing to look at yet, bringing data is the next step.
        <Button component={Link} to="/profile/data" variant={sources?.datasets.length === 0 ? 'filled' : 'default'}>
          {t('home.bringData')}
        </Button>
      }
    >
      {sources === null ? (
        <Skeleton height="30rem" />
      ) : (
        <>
          <HomeFigures sources={sources} />
          <Panel title={t('home.title')} note={t('home.note')} plain>
            <KnowledgeTable lines={knowledgeOf(sources, t, formats)} />
          </Panel>
          <Panel>
            <TodoList stage="profile" />
          </Panel>
        </>
      )}
    </StagePage>
  );
}

function useKnowledgeSources(): KnowledgeSources | null {
  const { queries } = useEngine();
  const { language } = useTexts();
  const overview = useQuery(queries.incidents.overview.queryOptions()).data;
  const layers = useQuery(queries.areas.layers.queryOptions()).data;
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data;
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data;
  const observations = useQuery(queries.indicators.observations.queryOptions()).data;
  const risks = useQuery(queries.risks.list.queryOptions()).data;
  const findings = useQuery(queries.findings.list.queryOptions()).data;
  if (!overview || !layers || !datasets || !indicators || !observations || !risks || !findings) return null;
  return { overview, layers, datasets, indicators, observations, risks, findings };
}

const icons = { known: IconCircleCheck, partly: IconCircleHalf2, missing: IconCircleDashed };

function KnowledgeTable({ lines }: { lines: readonly KnowledgeLine[] }) {
  const { t } = useTexts();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('home.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('home.theme')}</th>
          <th scope="col">{t('home.known')}</th>
          <th scope="col">{t('home.howWell')}</th>
          <th scope="col">{t('home.missing')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const Icon = icons[line.state];
          return (
            <tr key={line.theme} data-state={line.state}>
              <th scope="row">
                <span className={classes.theme}>
                  <Icon size="1.25rem" stroke={1.7} aria-hidden />
                  <span>
                    {t(`home.theme.${line.theme}`)}
                    <small>{t(`home.state.${line.state}`)}</small>
                  </span>
                </span>
              </th>
              <td data-label={t('home.known')}>{line.known || '–'}</td>
              <td data-label={t('home.howWell')}>{line.quality || '–'}</td>
              <td data-label={t('home.missing')}>{line.missing || t('home.nothingMissing')}</td>
              <td>
                <Link to={line.to} className={classes.go} aria-label={`${t('home.open')}: ${t(`home.theme.${line.theme}`)}`}>
                  <IconArrowRight size="1.1rem" stroke={1.7} aria-hidden />
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
