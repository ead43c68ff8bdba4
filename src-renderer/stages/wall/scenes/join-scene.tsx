import type { RoomState } from '#shared/domain/room.ts';
import { useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { type TextsIn, useTextsIn } from '../../../app/texts/use-texts-in.ts';
import { QrPicture } from '../../../ui/qr-picture.tsx';
import { codeInParts, joinAddress, plainAddress } from '../join-address.ts';
import classes from './join-scene.module.css';

/** Three columns of steps are what fits in type that is read from ten metres. */
const mostLanguages = 3;

/** The way in: address in digits, QR code, join code and three steps in the project's languages, side by side, for slow readers too. */
export function JoinScene({ room }: { room: RoomState }) {
  const { t, formats, language } = useTexts();
  const project = useProject();
  const wished = project?.city.languages ?? [];
  const known = useTextsIn(wished.length > 0 ? wished : [language]);
  const own = useTextsIn([language]);
  const spoken = (known.length > 0 ? known : own).slice(0, mostLanguages);
  if (room.participants.state !== 'open') return <ClosedRoom />;
  const address = plainAddress(room.participants.url);
  return (
    <div className={classes.join}>
      <div className={classes.code}>
        <QrPicture text={joinAddress(room)} label={t('wall.join.qr', { address })} />
      </div>
      <dl className={classes.way}>
        {room.settings.wifiName ? (
          <div>
            <dt>{t('wall.join.wifi')}</dt>
            <dd>
              <bdi>{room.settings.wifiName}</bdi>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('wall.join.address')}</dt>
          <dd className={classes.address} dir="ltr">
            {address}
          </dd>
        </div>
        <div>
          <dt>{t('wall.join.code')}</dt>
          <dd className={classes.digits} dir="ltr">
            {codeInParts(room.code)}
          </dd>
        </div>
      </dl>
      <p className={classes.joined} role="status">
        <strong>{formats.count(room.joined)}</strong> {t('wall.join.phones', { count: room.joined })}
      </p>
      <div className={classes.steps} data-columns={spoken.length}>
        {spoken.map((texts) => (
          <Steps key={texts.language} texts={texts} wifiName={room.settings.wifiName} />
        ))}
      </div>
    </div>
  );
}

function Steps({ texts: { t, language, direction, formats }, wifiName }: { texts: TextsIn; wifiName: string }) {
  const steps = [wifiName ? t('wall.step.wifi', { name: `\u2068${wifiName}\u2069` }) : t('wall.step.wifiAny'), t('wall.step.open'), t('wall.step.paper')];
  return (
    <ol lang={language} dir={direction}>
      {steps.map((step, index) => (
        <li key={step}>
          <span className={classes.number} aria-hidden>
            {formats.count(index + 1)}
          </span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

function ClosedRoom() {
  const { t } = useTexts();
  return (
    <div className={classes.closed}>
      <h2>{t('wall.closed.title')}</h2>
      <p>{t('wall.closed.body')}</p>
    </div>
  );
}
