import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ProjectState } from '#shared/domain/project.ts';
import type { ChosenFile } from '../engine-client/file-access.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { useEngine } from './engine-provider.tsx';
import { errorText } from './refusals.ts';

export interface NewCity {
  readonly name: string;
  readonly country: string;
  readonly languages: string[];
}

/** Opening, making and closing a project, from the welcome screen, the menus and the palette alike. Each tells what went wrong. */
export function useProjectActions() {
  const { client, files, queries } = useEngine();
  const queryClient = useQueryClient();
  const { t } = useTexts();
  const navigate = useNavigate();

  return useMemo(() => {
    const attempt = async (work: () => Promise<ProjectState | null>) => {
      try {
        const state = await work();
        if (state) {
          // The watch tells it too, but perhaps a moment after the screen has asked whether a project is open.
          queryClient.setQueryData(queries.project.current.queryKey(), state);
          await navigate({ to: '/city' });
        }
        return state;
      } catch (error) {
        notifications.show({ color: 'red', message: errorText(t, error), autoClose: 15_000, withBorder: true });
        return null;
      }
    };
    return {
      open: () =>
        attempt(async () => {
          const chosen = await files.chooseToOpen('project');
          return chosen ? client.project.open({ file: chosen.file }) : null;
        }),
      openChosen: ({ file }: ChosenFile) => attempt(() => client.project.open({ file })),
      create: (city: NewCity) =>
        attempt(async () => {
          const chosen = await files.chooseToSave(`${city.name || t('shell.unnamedCity')}.citysafety`, 'project');
          return chosen ? client.project.create({ file: chosen.file, city }) : null;
        }),
      openRecent: (path: string) => attempt(() => client.project.openRecent({ path })),
      openSample: () => attempt(() => client.project.openSample()),
      close: async () => {
        await client.project.close();
        await navigate({ to: '/' });
      },
    };
  }, [client, files, queries, queryClient, navigate, t]);
}
