import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Announcer } from './components/announce.tsx';
import { Frame } from './frame/frame.tsx';
import { useTheme } from './theme.ts';

const useStyles = makeStyles({
  root: { height: '100%' },
});

export function App() {
  const { theme, scheme } = useTheme();
  useEffect(() => {
    // Scroll bars and native controls are drawn by the browser, which asks for this.
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return (
    <FluentProvider theme={theme} className={useStyles().root}>
      <Frame />
      <Announcer />
    </FluentProvider>
  );
}
