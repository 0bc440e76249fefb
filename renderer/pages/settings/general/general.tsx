import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEnvironment } from '../../../stores/environment.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { ActivityField } from './activity-field.tsx';
import { RegionField } from './region-field.tsx';
import { ShortcutField } from './shortcut-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { ThemeField } from './theme-field.tsx';

const useStyles = makeStyles({
  general: { gap: tokens.spacingVerticalXXL, maxWidth: '720px' },
  version: { marginTop: tokens.spacingVerticalXL, display: 'block', color: tokens.colorNeutralForeground3 },
});

/** What the person prefers. Changes apply at once. */
export function General() {
  const [card, styles] = [useCardStyles(), useStyles()];
  const { environment, preferences } = useEnvironment();
  return (
    environment &&
    preferences && (
      <>
        <div className={mergeClasses(card.card, styles.general)}>
          <ThemeField theme={preferences.theme} />
          <SwitchField
            label="Keep Switchboard in the tray when the window is closed"
            hint={
              environment.tray
                ? 'Your accounts stay one click away. Quit Switchboard from the tray.'
                : 'This desktop shows no tray icon, so closing the window quits Switchboard.'
            }
            checked={environment.tray && preferences.keepInTray}
            disabled={!environment.tray}
            patch={(keepInTray) => ({ keepInTray })}
          />
          <SwitchField
            label="Open Switchboard when you log in"
            hint="Switchboard starts together with this computer."
            checked={preferences.openAtLogin}
            patch={(openAtLogin) => ({ openAtLogin })}
          />
          <ShortcutField shortcut={preferences.shortcut} platform={environment.platform} />
          <ActivityField days={preferences.activityDays} />
          <RegionField region={preferences.phoneRegion} system={environment.region} />
        </div>
        <Text size={200} className={styles.version}>
          Switchboard {environment.version}
        </Text>
      </>
    )
  );
}
