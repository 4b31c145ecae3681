package cutscore.server.ledger;

import cutscore.kernel.Words;
import cutscore.server.ledger.LedgerRefused.Why;

/** What the publisher says when stored, written and signed things do not agree. */
final class Disagreement {
    private Disagreement() {}

    static LedgerRefused smaller(long size, long known) {
        return new LedgerRefused(
                Why.SMALLER_TREE,
                new Words(
                        "不签署变小的存证树：现有 " + size + " 条，已公布 " + known + " 条",
                        "a smaller tree is never signed: "
                                + size
                                + " entries now, "
                                + known
                                + " published"));
    }

    static LedgerRefused otherTree(long size) {
        return new LedgerRefused(
                Why.OTHER_TREE,
                new Words(
                        "前 " + size + " 条存证的根哈希不一致，拒绝签署",
                        "the first " + size + " entries give different roots; nothing is signed"));
    }

    static LedgerRefused entry(long index) {
        return new LedgerRefused(
                Why.ENTRY_CHANGED,
                new Words(
                        "第 " + index + " 号存证缺失或被改动，拒绝签署",
                        "entry " + index + " is missing or was changed; nothing is signed"));
    }

    static LedgerRefused file(String path) {
        return new LedgerRefused(
                Why.FILE_CHANGED,
                new Words(
                        "存证文件与已存条目不符：" + path, "a file differs from the stored entries: " + path));
    }

    static LedgerRefused foreign(String path) {
        return new LedgerRefused(
                Why.FOREIGN_CHECKPOINT,
                new Words(
                        path + " 不是本系统密钥签署的，拒绝覆盖",
                        path + " was not signed by our key; it is not replaced"));
    }

    static LedgerRefused notYet(long index, long size) {
        return new LedgerRefused(
                Why.NOT_YET_PUBLISHED,
                new Words(
                        "第 " + index + " 号存证尚未公布（已公布 " + size + " 条）",
                        "entry " + index + " is not published yet; " + size + " are"));
    }
}
