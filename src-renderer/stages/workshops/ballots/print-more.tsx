import { Button, Modal, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconAddressBook, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { ownNameOf } from '../../../app/texts/language-menu-items.tsx';
import { languages, useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './ballots.module.css';
import { PaperOutcome } from './print-dialog.tsx';
import { usePaper } from './use-paper.ts';

/** The card that tells how phones join, and the list to sign. */
export function PrintMore({ workshopId }: { workshopId: string }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {t('ballots.printMore')}
      </Button>
      {isOpen ? <Dialog workshopId={workshopId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({ workshopId, onClose }: { workshopId: string; onClose: () => void }) {
  const { t, language: own } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const room = useQuery(queries.room.state.queryOptions()).data;
  const spoken = (project?.city.languages ?? []).filter((one) => languages.includes(one));
  const [chosen, setChosen] = useState<string[]>(spoken.length > 0 ? spoken.slice(0, 4) : [own]);
  const [size, setSize] = useState<'a4' | 'a5'>('a4');
  const [listLanguage, setListLanguage] = useState(chosen[0] ?? own);
  const [typed, setTyped] = useState<{ name?: string; password?: string; url?: string }>({});
  const { state, make } = usePaper();
  const url = typed.url ?? room?.participants.url ?? '';
  const wifiName = typed.name ?? room?.settings.wifiName ?? '';
  const wifiPassword = typed.password ?? room?.settings.wifiPassword ?? '';
  const isWorking = state.is === 'working';
  return (
    <Modal opened onClose={onClose} size="min(46rem, 94vw)" title={t('ballots.printMore')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={classes.cards}>
        <section className={classes.step} aria-label={t('paper.roomCard')}>
          <h3>{t('paper.roomCard')}</h3>
          <MultiSelect
            label={t('ballots.card.languages')}
            maxValues={4}
            data={languages.map((value) => ({ value, label: ownNameOf(value) }))}
            value={chosen}
            onChange={setChosen}
          />
          <TextInput label={t('ballots.card.wifi')} dir="ltr" value={wifiName} onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })} />
          <TextInput
            label={t('paper.password')}
            dir="ltr"
            value={wifiPassword}
            onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
          />
          <TextInput
            label={t('ballots.card.address')}
            description={t('ballots.card.addressHint')}
            dir="ltr"
            placeholder="http://192.168.1.4:8080"
            value={url}
            onChange={(event) => setTyped({ ...typed, url: event.currentTarget.value })}
          />
          <SegmentedControl
            aria-label={t('ballots.card.size')}
            value={size}
            onChange={(value) => setSize(value as 'a4' | 'a5')}
            data={[
              { value: 'a4', label: 'A4' },
              { value: 'a5', label: 'A5' },
            ]}
          />
          <Button
            loading={isWorking}
            disabled={chosen.length === 0}
            onClick={() => void make({ kind: 'room-card', workshopId, size, languages: chosen, language: chosen[0] ?? own, url, wifiName, wifiPassword })}
          >
            {t('ballots.card.make')}
          </Button>
        </section>
        <section className={classes.step} aria-label={t('paper.attendance')}>
          <h3>
            <IconAddressBook size="1.1rem" stroke={1.6} aria-hidden /> {t('paper.attendance')}
          </h3>
          <p className={classes.none}>{t('ballots.list.body')}</p>
          <Select
            label={t('ballots.print.language')}
            data={languages.map((value) => ({ value, label: ownNameOf(value) }))}
            value={listLanguage}
            onChange={(value) => value && setListLanguage(value)}
          />
          <Button variant="default" disabled={isWorking} onClick={() => void make({ kind: 'attendance', workshopId, language: listLanguage })}>
            {t('ballots.list.make')}
          </Button>
        </section>
      </div>
      <PaperOutcome state={state} />
    </Modal>
  );
}
