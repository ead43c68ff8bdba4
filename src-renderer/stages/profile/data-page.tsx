import { Button, Menu, Skeleton } from '@mantine/core';
import { IconCategory, IconChevronDown, IconDatabaseImport, IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { importKinds } from '#shared/domain/recipes.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { handFile } from '../import/handed-file.ts';
import { kindIcons } from '../import/kind-choice.tsx';
import { useDropTarget } from '../import/use-drop-target.ts';
import classes from './data/data.module.css';
import { DatasetTable } from './data/dataset-table.tsx';
import { SavedRecipes } from './data/saved-recipes.tsx';
import { OffenceDrawer } from './offences/offence-drawer.tsx';

/** Every file that came in: what it is, how good it is, where it is from. A file dropped anywhere here goes to the workbench. */
export function DataPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const navigate = useNavigate();
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data;
  const [isGrouping, setGrouping] = useState(false);
  const { isOver, target } = useDropTarget((file) => {
    handFile(file);
    void navigate({ to: '/import' });
  });
  const hasIncidents = datasets?.some((dataset) => dataset.kind === 'incidents') ?? false;
  return (
    <div className={classes.dropPage} data-over={isOver || undefined} {...target}>
      <StagePage
        wide
        title={t('section.data')}
        purpose={t('data.purpose')}
        actions={
          <>
            {hasIncidents ? (
              <Button variant="default" leftSection={<IconCategory size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setGrouping(true)}>
                {t('offences.open')}
              </Button>
            ) : null}
            <KindMenu />
            <Button component={Link} to="/import" leftSection={<IconFileUpload size="1.1rem" stroke={1.6} aria-hidden />}>
              {t('workbench.title')}
            </Button>
          </>
        }
      >
        {datasets === undefined ? (
          <Skeleton height="18rem" />
        ) : datasets.length === 0 ? (
          <Panel>
            <EmptyState icon={IconDatabaseImport} title={t('data.empty.title')}>
              {t('data.empty.body')} {t('data.dropHere')}
            </EmptyState>
          </Panel>
        ) : (
          <Panel title={t('data.table')} note={t('data.dropHere')} plain>
            <DatasetTable datasets={datasets} />
          </Panel>
        )}
        <SavedRecipes />
      </StagePage>
      <p className={classes.dropWords} aria-hidden>
        {t('import.drop')}
      </p>
      {isGrouping ? <OffenceDrawer onClose={() => setGrouping(false)} /> : null}
    </div>
  );
}

/** For those who know what the file is. */
function KindMenu() {
  const { t } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size="1rem" stroke={1.6} aria-hidden />}>
          {t('data.importAs')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {importKinds.map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <Menu.Item key={kind} component={Link} to={`/import/${kind}`} leftSection={<Icon size="1.1rem" stroke={1.6} aria-hidden />}>
              {t(`import.title.${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
