import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ProjectState } from '#shared/domain/project.ts';
import type { ChosenFile } from '../engine-client/file-access.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { useEngine } from './engine-provider.tsx';
import { openingProblemCode, setOpeningProblem } from './opening-problem.ts';
import { errorText, refusalOf } from './refusals.ts';

export interface NewCity {
  readonly name: string;
  readonly country: string;
  readonly languages: string[];
}

/** How to open a file that did not open plainly. */
export interface OpeningWay {
  readonly passphrase?: string | undefined;
  readonly mode?: 'write' | 'read-only' | 'take-over';
  readonly setAsideLeftOver?: boolean;
}

/**
 * Opening, making and closing a project, from the welcome screen, the menus and the palette alike. A file that does not open leads to its own screen;
 * anything else is told in passing.
 */
export function useProjectActions() {
  const { client, files, queries } = useEngine();
  const queryClient = useQueryClient();
  const { t } = useTexts();
  const navigate = useNavigate();

  return useMemo(() => {
    const tell = (error: unknown) => notifications.show({ color: 'red', message: errorText(t, error), autoClose: 15_000, withBorder: true });
    const attempt = async (work: () => Promise<ProjectState | null>) => {
      try {
        const state = await work();
        if (state) {
          setOpeningProblem(null);
          // The watch tells it too, but perhaps a moment after the screen has asked whether a project is open.
          queryClient.setQueryData(queries.project.current.queryKey(), state);
          await navigate({ to: '/city' });
        }
        return state;
      } catch (error) {
        tell(error);
        return null;
      }
    };
    /** The one way in for files: `how` is what the person chose on an earlier refusal's screen. */
    const openFile = (chosen: ChosenFile, how: OpeningWay = {}, open = () => client.project.open({ file: chosen.file, ...how })) =>
      attempt(async () => {
        try {
          return await open();
        } catch (error) {
          const refusal = refusalOf(error);
          if (!refusal || !openingProblemCode(refusal)) throw error;
          setOpeningProblem({ refusal, file: chosen.file, fileName: chosen.fileName, passphrase: how.passphrase });
          await navigate({ to: '/' });
          return null;
        }
      });
    return {
      openFile,
      open: () =>
        attempt(async () => {
          const chosen = await files.chooseToOpen('project');
          return chosen ? openFile(chosen) : null;
        }),
      openChosen: (chosen: ChosenFile) => openFile(chosen),
      create: (city: NewCity) =>
        attempt(async () => {
          const chosen = await files.chooseToSave(`${city.name || t('shell.unnamedCity')}.citysafety`, 'project');
          return chosen ? client.project.create({ file: chosen.file, city }) : null;
        }),
      openRecent: (path: string) => attempt(async () => openFile(await client.project.fileOfRecent({ path }))),
      /** A copy on this computer, of a file or of the project that is open. */
      openCopy: (file: ChosenFile | null, options: { passphrase?: string | undefined; despiteDamage?: boolean } = {}) =>
        file
          ? openFile(file, { passphrase: options.passphrase }, () => client.project.openCopy({ file: file.file, ...options }))
          : attempt(() => client.project.openCopy({})),
      takeOver: () => attempt(() => client.project.takeOver()),
      openSample: () => attempt(() => client.project.openSample()),
      close: async () => {
        await client.project.close();
        await navigate({ to: '/' });
      },
    };
  }, [client, files, queries, queryClient, navigate, t]);
}
