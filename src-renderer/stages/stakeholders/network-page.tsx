import { Button, Checkbox, Menu } from '@mantine/core';
import { IconAffiliate, IconArrowRight, IconPhoto, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { type Tie, type TieKind, tieKinds } from '#shared/domain/network.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DiagramFrame } from '../../ui/diagram/diagram-frame.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { arrange, type Spot, withMoved } from './network/arrange.ts';
import { LineSample } from './network/kind-choice.tsx';
import classes from './network/network.module.css';
import { NetworkCanvas } from './network/network-canvas.tsx';
import { basisWords, NetworkFigures } from './network/network-figures.tsx';
import { networkSvg } from './network/network-svg.ts';
import { ActorTable, TieTable } from './network/network-tables.tsx';
import { savePicture } from './network/save-picture.ts';
import { NewTieDialog, TieDialog } from './network/tie-dialog.tsx';
import { TieForm } from './network/tie-form.tsx';
import { useBodyNames, useNetwork } from './network/use-network.ts';
import { useStakeholders } from './use-stakeholders.ts';

/** Who funds, commands, informs and blocks whom: drawn together, measured with care. */
export function NetworkPage() {
  const { t } = useTexts();
  const stakeholders = useStakeholders();
  const isEmpty = stakeholders !== undefined && stakeholders.length < 2;
  const actions = (
    <>
      <Button component={Link} to="/import/ties" variant="default" leftSection={<IconUpload size="1.1rem" stroke={1.6} aria-hidden />}>
        {t('import.title.ties')}
      </Button>
      <Button component={Link} to="/stakeholders/missing" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
        {t('grid.next')}
      </Button>
    </>
  );
  return (
    <StagePage title={t('section.network')} purpose={t('network.purpose')} actions={stakeholders && !isEmpty ? actions : null} wide>
      {isEmpty ? (
        <Panel>
          <EmptyState
            icon={IconAffiliate}
            title={t('network.empty.title')}
            action={
              <Button component={Link} to="/stakeholders">
                {t('grid.empty.action')}
              </Button>
            }
          >
            {t('network.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {stakeholders && !isEmpty ? <Network stakeholders={stakeholders} /> : null}
    </StagePage>
  );
}

function Network({ stakeholders }: { stakeholders: readonly Stakeholder[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const network = useNetwork();
  const { nameOf } = useBodyNames(stakeholders);
  const [shown, setShown] = useState<readonly TieKind[]>(tieKinds);
  const [drawn, setDrawn] = useState<{ fromId: string; toId: string } | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const kinds = shown.length === tieKinds.length ? [] : [...shown];
  const measures = useQuery(queries.network.measures.queryOptions({ input: { kinds }, placeholderData: keepPreviousData })).data;
  const { ties, positions, move } = network;
  const spots = useMemo(() => {
    if (!ties || !positions) return [];
    const links = ties.map(({ fromId, toId }) => ({ from: fromId, to: toId }));
    const arranged = arrange(
      stakeholders.map(({ id }) => id),
      links,
    );
    return withMoved(arranged, new Map(positions.map((position) => [position.stakeholderId, { x: position.x, y: position.y }])));
  }, [ties, positions, stakeholders]);
  const visible = useMemo(() => (ties ?? []).filter(({ kind }) => shown.includes(kind)), [ties, shown]);
  const open = useCallback((tie: Tie) => setOpenId(tie.id), []);
  const keep = useCallback(
    (moved: Spot[]) => {
      // With the first move the whole picture stays as it is: nothing jumps when a tie is added later.
      const all = positions && positions.length === 0 ? withMoved(spots, new Map(moved.map((spot) => [spot.id, spot]))) : moved;
      move(all.map(({ id, x, y }) => ({ stakeholderId: id, x, y })));
    },
    [positions, spots, move],
  );
  if (!ties || !positions) return null;
  const opened = ties.find(({ id }) => id === openId);
  return (
    <>
      <Panel plain>
        <TieForm stakeholders={stakeholders} onAdd={network.add} />
        <div className={classes.bar}>
          <KindFilter shown={shown} onChange={setShown} />
          <PictureMenu spots={spots} ties={visible} nameOf={nameOf} basis={measures ? basisWords(t, measures) : ''} />
        </div>
        <DiagramFrame className={classes.frame}>
          <NetworkCanvas
            stakeholders={stakeholders}
            ties={visible}
            spots={spots}
            onConnect={(fromId, toId) => setDrawn({ fromId, toId })}
            onOpen={open}
            onMoved={keep}
            onArrange={positions.length === 0 ? null : network.arrangeAnew}
          />
        </DiagramFrame>
        {measures ? <NetworkFigures measures={measures} nameOf={nameOf} /> : null}
      </Panel>
      <TieTable ties={visible} nameOf={nameOf} onOpen={open} />
      {measures ? <ActorTable measures={measures} nameOf={nameOf} /> : null}
      {drawn ? (
        <NewTieDialog
          from={nameOf(drawn.fromId)}
          to={nameOf(drawn.toId)}
          onChoose={(kind) => {
            network.add({ ...drawn, kind });
            setDrawn(null);
          }}
          onClose={() => setDrawn(null)}
        />
      ) : null}
      {opened ? (
        <TieDialog
          key={opened.id}
          tie={opened}
          nameOf={nameOf}
          onSave={(patch) => network.update(opened.id, patch)}
          onRemove={() => {
            network.remove(opened.id);
            setOpenId(null);
          }}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </>
  );
}

function KindFilter({ shown, onChange }: { shown: readonly TieKind[]; onChange: (kinds: readonly TieKind[]) => void }) {
  const { t } = useTexts();
  return (
    <fieldset className={classes.kinds}>
      <legend className="visually-hidden">{t('network.filter')}</legend>
      {tieKinds.map((kind) => (
        <Checkbox
          key={kind}
          checked={shown.includes(kind)}
          // Nothing chosen would be an empty drawing: the last one stays.
          disabled={shown.length === 1 && shown.includes(kind)}
          onChange={(event) => onChange(tieKinds.filter((other) => (other === kind ? event.currentTarget.checked : shown.includes(other))))}
          label={
            <span className={classes.sample}>
              <LineSample kind={kind} />
              {t(`tieKind.${kind}`)}
            </span>
          }
        />
      ))}
    </fieldset>
  );
}

function PictureMenu({ spots, ties, nameOf, basis }: { spots: readonly Spot[]; ties: readonly Tie[]; nameOf: (id: string) => string; basis: string }) {
  const { t, direction } = useTexts();
  const save = (format: 'svg' | 'png') => {
    const style = getComputedStyle(document.documentElement);
    const words = { nameOf, kindOf: (kind: TieKind) => t(`tieKind.${kind}`), title: t('network.picture'), basis, direction };
    const svg = networkSvg(spots, ties, { ...words, colour: (name) => style.getPropertyValue(name).trim() });
    void savePicture(svg, t('network.pictureName'), format);
  };
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconPhoto size="1.1rem" stroke={1.6} aria-hidden />}>
          {t('network.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('png')}>{t('network.savePng')}</Menu.Item>
        <Menu.Item onClick={() => save('svg')}>{t('network.saveSvg')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
