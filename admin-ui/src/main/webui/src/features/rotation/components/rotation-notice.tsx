import { Button } from "@mantine/core";
import { Notice } from "@/components/ui/notice";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useRotation } from "../api";
import { isUnderWay } from "../rotation";

/** That a key's secret is on its way to be another one; nothing where it is not. */
export function RotationNotice({ of: key, onShow }: { of: Key; onShow: () => void }) {
  const { rotation: text } = useAllStrings();
  const { data: rotation } = useRotation(key.id);
  if (!isUnderWay(rotation)) {
    return null;
  }
  return (
    <Notice
      tone={rotation.state === "running" ? "plain" : "warn"}
      title={text.notices[rotation.state === "running" ? "running" : "waits"]}
    >
      <Button variant="default" mt={6} onClick={onShow}>
        {text.rotate.show}
      </Button>
    </Notice>
  );
}
