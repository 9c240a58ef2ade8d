import { Button, Menu, Text } from "@mantine/core";
import { IconDownload, IconShieldCheck } from "@tabler/icons-react";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { AuditVerification, ExportFormat } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { usePrivacy } from "@/lib/privacy";
import type { useExportAudit, useVerifyAudit } from "../api";
import { verdictOf } from "../verdict";

const FORMATS: ExportFormat[] = ["csv", "ndjson"];

/** All that the filters find, as a file. */
export function ExportMenu({ exporting }: { exporting: ReturnType<typeof useExportAudit> }) {
  const { audit: text } = useAllStrings();
  const { hidden } = usePrivacy();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          loading={exporting.isPending}
          disabled={hidden}
        >
          {text.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exporting.mutate(format)}>
            {text.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Verifying = ReturnType<typeof useVerifyAudit>;

export function VerifyButton({ verifying }: { verifying: Verifying }) {
  const { audit: text } = useAllStrings();
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={14} />}
      loading={verifying.isPending}
      onClick={() => verifying.mutate()}
    >
      {text.verify}
    </Button>
  );
}

/** What the last verification found; nothing before the first. */
export function Verified({ verifying: { data, error, mutate } }: { verifying: Verifying }) {
  if (error) {
    return <ProblemAlert error={error} onRetry={() => mutate()} />;
  }
  return data ? <Verdict of={data} /> : null;
}

function Verdict({ of: found }: { of: AuditVerification }) {
  const { audit: text } = useAllStrings();
  const { tone, title, detail } = verdictOf(found, text.verified);
  return (
    <Notice tone={tone} title={title}>
      <Text size="sm">{detail}</Text>
    </Notice>
  );
}
