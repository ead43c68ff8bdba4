import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconDatabaseImport, IconFolderOpen, IconHelpCircle, IconLanguage, IconLogout, IconPresentation, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { importKinds } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine, useProject } from '../engine/engine-provider.tsx';
import { useProjectActions } from '../engine/use-project-actions.ts';
import { useIsHelper } from '../history/author-field.tsx';
import { usePreferences } from '../preferences.tsx';
import { leadOnlyPaths, projectEntries, stageEntries } from '../sections.ts';
import { ownNameOf } from '../texts/language-menu-items.tsx';
import { languages, useTexts } from '../texts/texts-provider.tsx';

/** Everything by name: screens, actions, and the areas, stakeholders and findings of the open project. */
export function CommandPalette() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const project = useProject();
  const preferences = usePreferences();
  const actions = useProjectActions();
  const { queries } = useEngine();
  const isOpen = Boolean(project);
  const isHelper = useIsHelper();
  const stakeholders = useQuery({ ...queries.stakeholders.list.queryOptions(), enabled: isOpen }).data ?? [];

  const screens: SpotlightActionData[] = [...stageEntries, ...projectEntries].flatMap((entry) =>
    entry.sections
      .filter((section) => !isHelper || !leadOnlyPaths.has(section.path))
      .map((section) => ({
        id: section.path,
        label: t(section.title),
        description: t(entry.title),
        leftSection: <entry.icon size="1.2rem" stroke={1.6} aria-hidden />,
        onClick: () => void navigate({ to: section.path }),
      })),
  );
  const imports: SpotlightActionData[] = importKinds.map((kind) => ({
    id: `import-${kind}`,
    label: t(`import.title.${kind}` as TextKey),
    leftSection: <IconDatabaseImport size="1.2rem" stroke={1.6} aria-hidden />,
    onClick: () => void navigate({ to: '/import/$kind', params: { kind } }),
  }));
  const general: SpotlightActionData[] = [
    ...(isHelper
      ? []
      : [{ id: 'open', label: t('command.open'), leftSection: <IconFolderOpen size="1.2rem" stroke={1.6} aria-hidden />, onClick: () => void actions.open() }]),
    {
      id: 'projector',
      label: t('shell.projector'),
      leftSection: <IconPresentation size="1.2rem" stroke={1.6} aria-hidden />,
      onClick: () => preferences.set({ isProjector: !preferences.isProjector }),
    },
    {
      id: 'help',
      label: t('shell.help'),
      leftSection: <IconHelpCircle size="1.2rem" stroke={1.6} aria-hidden />,
      onClick: () => preferences.set({ isHelpOpen: !preferences.isHelpOpen }),
    },
    ...languages.map((language) => ({
      id: `language-${language}`,
      label: ownNameOf(language),
      description: t('shell.language'),
      leftSection: <IconLanguage size="1.2rem" stroke={1.6} aria-hidden />,
      onClick: () => preferences.set({ language }),
    })),
  ];
  const objects: SpotlightActionData[] = stakeholders.map((stakeholder) => ({
    id: stakeholder.id,
    label: stakeholder.name,
    description: t('stage.stakeholders'),
    onClick: () => void navigate({ to: '/stakeholders' }),
  }));
  const close: SpotlightActionData = {
    id: 'close',
    label: t('command.close'),
    leftSection: <IconLogout size="1.2rem" stroke={1.6} aria-hidden />,
    onClick: () => void actions.close(),
  };

  return (
    <Spotlight
      actions={[
        ...(isOpen
          ? [
              { group: t('command.screens'), actions: screens },
              { group: t('command.imports'), actions: imports },
            ]
          : []),
        { group: t('command.general'), actions: isOpen && !isHelper ? [...general, close] : general },
        ...(objects.length > 0 ? [{ group: t('stage.stakeholders'), actions: objects }] : []),
      ]}
      shortcut={null}
      limit={12}
      highlightQuery
      scrollable
      maxHeight="60vh"
      nothingFound={t('command.nothing')}
      searchProps={{ leftSection: <IconSearch size="1.1rem" aria-hidden />, placeholder: t('command.placeholder'), 'aria-label': t('command.placeholder') }}
    />
  );
}
