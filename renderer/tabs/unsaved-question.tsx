import { Question } from '../components/question.tsx';
import { useTabs } from '../stores/tabs.ts';
import { closeTab } from './show.ts';
import { labelOf } from './title.ts';
import { askUnsaved, useUnsaved } from './unsaved.ts';
import { words } from './words.ts';

/** Asks before a tab is closed whose page says that something in it was not saved. */
export function UnsavedQuestion() {
  const tabId = useUnsaved((state) => state.tabId);
  const tab = useTabs(({ tabs }) => tabs.find(({ id }) => id === tabId));
  if (tab === undefined) return null;
  const close = () => {
    askUnsaved(null);
    void closeTab(tab, true);
  };
  return (
    <Question
      title={words.unsavedTitle}
      action={words.close}
      error={null}
      onAction={close}
      onClose={() => askUnsaved(null)}
    >
      {words.unsaved(labelOf(tab).text)}
    </Question>
  );
}
