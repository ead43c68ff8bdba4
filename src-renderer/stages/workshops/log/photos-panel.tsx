import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Photo, Session, Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './log.module.css';

/** Photos of walls, maps and tables; small, without place and time, with a word on who is seen. */
export function PhotosPanel({ workshop, sessions }: { workshop: Workshop; sessions: readonly Session[] }) {
  const { t } = useTexts();
  const { queries, files } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { isProjector } = usePreferences();
  const photos = useQuery(queries.workshops.photos.queryOptions({ input: { workshopId: workshop.id } })).data ?? [];
  const add = useMutation(queries.workshops.addPhoto.mutationOptions());
  const choose = async () => {
    for (const { file } of await files.chooseSeveral('picture')) await add.mutateAsync({ workshopId: workshop.id, file }).catch(() => {});
  };
  return (
    <Panel
      title={t('photos.title')}
      note={t('photos.note')}
      actions={
        isReadOnly ? null : (
          <Button variant="default" leftSection={<IconPhotoPlus size="1rem" stroke={1.6} aria-hidden />} loading={add.isPending} onClick={() => void choose()}>
            {t('photos.add')}
          </Button>
        )
      }
    >
      {photos.length === 0 ? <p className={classes.soft}>{t('photos.empty')}</p> : null}
      <ul className={classes.photos}>
        {photos
          .filter((photo) => !isProjector || !photo.showsPeople || photo.mayBePublished)
          .map((photo) => (
            <PhotoCard key={photo.id} photo={photo} sessions={sessions} isReadOnly={isReadOnly} />
          ))}
      </ul>
    </Panel>
  );
}

function PhotoCard({ photo, sessions, isReadOnly }: { photo: Photo; sessions: readonly Session[]; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.workshops.updatePhoto.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removePhoto.mutationOptions());
  const picture = usePicture(photo.id);
  const session = sessions.find(({ id }) => id === photo.sessionId);
  return (
    <li className={classes.photo}>
      {picture ? (
        <img src={picture} alt={photo.caption || t('photos.untitled')} style={{ aspectRatio: `${photo.width} / ${photo.height}` }} />
      ) : (
        <div className={classes.blank} style={{ aspectRatio: `${photo.width} / ${photo.height}` }} />
      )}
      <SavedTextInput
        aria-label={t('photos.caption')}
        placeholder={t('photos.caption')}
        value={photo.caption}
        readOnly={isReadOnly}
        onSave={(caption) => update({ id: photo.id, patch: { caption } })}
      />
      <Checkbox
        label={t('photos.showsPeople')}
        checked={photo.showsPeople}
        disabled={isReadOnly}
        onChange={(event) => update({ id: photo.id, patch: { showsPeople: event.currentTarget.checked } })}
      />
      <Checkbox
        label={t('photos.mayBePublished')}
        checked={photo.mayBePublished}
        disabled={isReadOnly}
        onChange={(event) => update({ id: photo.id, patch: { mayBePublished: event.currentTarget.checked } })}
      />
      <div className={classes.photoEnd}>
        <span className={classes.soft}>
          <bdi>{session?.title}</bdi>
        </span>
        {isReadOnly ? null : (
          <ActionIcon
            aria-label={t('photos.removeOf', { name: photo.caption || t('photos.untitled') })}
            onClick={() =>
              ask({ title: t('photos.remove.title'), body: t('photos.remove.body'), action: t('action.remove'), onConfirm: () => remove({ id: photo.id }) })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      {dialog}
    </li>
  );
}

/** Pictures never change, so each is fetched once for the page's life. */
const known = new Map<string, Promise<string>>();

function usePicture(id: string): string | null {
  const { client } = useEngine();
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let asked = known.get(id);
    if (!asked) {
      asked = client.workshops.photoImage({ id, size: 'small' }).then(({ base64 }) => `data:image/jpeg;base64,${base64}`);
      asked.catch(() => known.delete(id));
      known.set(id, asked);
    }
    asked.then((url) => isWanted && setPicture(url)).catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [client, id]);
  return picture;
}
