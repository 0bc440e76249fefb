import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { TestReport } from '../../../../../shared/domain/way.ts';
import { lastTestWords, outcomeWords } from '../words.ts';

const useStyles = makeStyles({
  said: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const intents = { sent: 'success', unsure: 'warning', 'not-sent': 'error' } as const;

/** What a test found, and the server's own words. */
export function TestReportBar({ report }: { report: TestReport }) {
  const styles = useStyles();
  return (
    <MessageBar intent={intents[report.outcome]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{lastTestWords(report)}</MessageBarTitle>
        {outcomeWords(report)}
        {report.said !== null && (
          <blockquote aria-label="The server said" className={styles.said}>
            {report.said}
          </blockquote>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
