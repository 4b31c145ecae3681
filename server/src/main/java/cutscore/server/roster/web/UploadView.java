package cutscore.server.roster.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.server.roster.Finding;
import cutscore.server.roster.RosterUpload;
import cutscore.server.roster.RosterUpload.Stage;
import java.util.List;

/**
 * One file on its way in.
 *
 * @param own whether the viewer sent it
 */
record UploadView(
        RosterUpload upload,
        List<Finding> findings,
        List<Fault> faults,
        String sender,
        boolean own) {
    UploadView {
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }

    List<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    static Words stage(Stage stage) {
        return switch (stage) {
            case WAITING -> new Words("等待试导入", "waits to be tried");
            case READING -> new Words("正在试导入", "being tried");
            case SOUND -> new Words("没有错误，可以导入", "no fault: may be imported");
            case FAULTY -> new Words("有错误，改好后重新上传", "has faults: mend it and send it again");
            case BROKEN -> new Words("读不了", "cannot be read");
            case IMPORTING -> new Words("正在导入", "being imported");
            case IMPORTED -> new Words("已导入", "imported");
            case DROPPED -> new Words("已放弃", "dropped");
        };
    }

    static String mark(Stage stage) {
        return switch (stage) {
            case SOUND, IMPORTED -> "ok";
            case FAULTY, BROKEN -> "bad";
            case DROPPED -> "out";
            case WAITING, READING, IMPORTING -> "wait";
        };
    }

    static Words heading(Finding.Kind kind) {
        return switch (kind) {
            case FAULT -> new Words("要改的", "To mend");
            case NOTE -> new Words("说明", "Notes");
            case CONFLICT -> new Words("冲突", "Conflicts");
            case CHANGED -> new Words("有变动的", "Changed");
            case GONE -> new Words("新文件里没有的", "Not in the new file");
        };
    }
}
