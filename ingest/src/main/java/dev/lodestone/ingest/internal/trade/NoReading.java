package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import java.util.function.Consumer;

/** Contents that this version does not open. */
final class NoReading implements ContentReading {

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) {
        return Outcome.nothing(switch (content.kind()) {
            case EMPTY -> "it is empty";
            case ARCHIVE -> "it is an archive inside an archive: unpack that and give what it holds";
            default -> "it is " + content.kind().label();
        });
    }
}
