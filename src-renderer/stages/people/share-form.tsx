import { Button, Checkbox, Group } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShareChoices, SharedCopy, SharePreview, TextTrace } from '#shared/domain/people.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { byteText } from '../outputs/byte-text.ts';
import { FigureList } from './figure-list.tsx';
import classes from './people.module.css';
import { useWork } from './use-work.ts';

/** Says in numbers what is left out, lets names in texts stand, asks where to, and makes the copy. */
export function ShareForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { queries, client, files } = useEngine();
  const project = useProject();
  const { data: preview, error } = useQuery(queries.privacy.sharePreview.queryOptions({ gcTime: 0, staleTime: 0, retry: false }));
  const [keepPassphrase, setKeepPassphrase] = useState(true);
  const [kept, setKept] = useState<readonly string[]>([]);
  const [keepRestricted, setKeepRestricted] = useState(false);
  const work = useWork<SharedCopy, ShareChoices & { file: string }>((signal, input) => client.privacy.share(input, { signal }));
  const make = async () => {
    const place = await files.chooseToSave(t('share.fileName', { city: project?.city.name || t('share.city') }), 'project');
    if (place) await work.start({ file: place.file, keepPassphrase, keepInTexts: [...kept], keepRestricted });
  };
  const { state } = work;
  if (error) return <Notice kind="danger">{errorText(t, error)}</Notice>;
  if (!preview) return null;
  if (state.is === 'done') return <Shared copy={state.result} onClose={onClose} />;
  return (
    <>
      <LeftOut preview={preview} />
      {preview.texts.length > 0 ? <NamesInTexts texts={preview.texts} kept={kept} onChange={setKept} /> : null}
      <Restricted preview={preview} isKept={keepRestricted} onChange={setKeepRestricted} />
      <Notice>
        <p>{t('share.stays')}</p>
        {preview.personsInRole.length > 0 ? <p>{t('share.personsInRole', { names: preview.personsInRole.join(' · ') })}</p> : null}
      </Notice>
      {preview.hasPassphrase ? (
        <Checkbox
          checked={keepPassphrase}
          onChange={(event) => setKeepPassphrase(event.currentTarget.checked)}
          label={t('share.keepPassphrase')}
          description={t('share.keepPassphraseNote')}
        />
      ) : null}
      {state.is === 'working' ? <WorkProgress progress={state.progress} /> : null}
      {state.is === 'failed' ? <Notice kind="danger">{errorText(t, state.error)}</Notice> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={state.is === 'working' ? work.stop : onClose}>
          {t(state.is === 'working' ? 'outputs.stop' : 'action.cancel')}
        </Button>
        <Button onClick={() => void make()} loading={state.is === 'working'} data-autofocus>
          {t('share.make')}
        </Button>
      </Group>
    </>
  );
}

function LeftOut({ preview }: { preview: SharePreview }) {
  const { t } = useTexts();
  const figures: [string, number][] = [
    [t('share.count.people'), preview.people],
    [t('share.count.former'), preview.formerPeople],
    [t('share.count.phones'), preview.phones],
    [t('share.count.emails'), preview.emails],
    [t('share.count.history'), preview.historyEntries],
    [t('share.count.authors'), preview.authored],
    [t('share.count.raters'), preview.raters],
  ];
  return (
    <section aria-label={t('share.leftOut')}>
      <h3>{t('share.leftOut')}</h3>
      <FigureList figures={figures} />
    </section>
  );
}

function NamesInTexts({ texts, kept, onChange }: { texts: readonly TextTrace[]; kept: readonly string[]; onChange: (kept: readonly string[]) => void }) {
  const { t } = useTexts();
  return (
    <fieldset className={classes.names}>
      <legend>{t('share.inTexts')}</legend>
      <p className={classes.quiet}>{t('share.inTextsNote')}</p>
      <div className={classes.nameList}>
        {texts.map(({ text, places }) => (
          <Checkbox
            key={text}
            checked={!kept.includes(text)}
            onChange={(event) => onChange(event.currentTarget.checked ? kept.filter((other) => other !== text) : [...kept, text])}
            label={
              <>
                <bdi>{text}</bdi> <span className={classes.quiet}>{t('share.places', { count: places })}</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What is restricted, and that it stays out unless somebody says otherwise; nothing where nothing is. */
function Restricted({ preview, isKept, onChange }: { preview: SharePreview; isKept: boolean; onChange: (isKept: boolean) => void }) {
  const { t } = useTexts();
  const figures: [string, number][] = preview.restricted.map(({ type, count }) => [t(`history.types.${type}`), count]);
  if (preview.restrictedNotes > 0) figures.push([t('share.restricted.notes'), preview.restrictedNotes]);
  if (figures.length === 0) return null;
  return (
    <section aria-label={t('share.restricted')}>
      <h3>{t('share.restricted')}</h3>
      <p className={classes.quiet}>{t(isKept ? 'share.restricted.stays' : 'share.restricted.goes')}</p>
      <FigureList figures={figures} />
      <Checkbox
        mt="sm"
        checked={isKept}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={t('share.restricted.keep')}
        description={t('share.restricted.keepNote')}
      />
    </section>
  );
}

function Shared({ copy, onClose }: { copy: SharedCopy; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  return (
    <>
      <Notice kind="good" title={t('share.done', { name: copy.fileName })}>
        <p className={classes.path}>
          <bdi>{copy.path}</bdi> · {byteText(formats, copy.byteCount)}
        </p>
        <p>{t(copy.hasPassphrase ? 'share.doneLocked' : 'share.donePlain')}</p>
      </Notice>
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={files.presentsInFolder ? <IconFolder size="1rem" aria-hidden /> : <IconDownload size="1rem" aria-hidden />}
          onClick={() => void files.present(copy)}
        >
          {t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('action.close')}
        </Button>
      </Group>
    </>
  );
}
