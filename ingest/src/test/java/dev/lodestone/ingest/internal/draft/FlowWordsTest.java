package dev.lodestone.ingest.internal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Imports of magnets by country, M",
        "Imported value in 2023, M",
        "Außenhandel: Einfuhr nach Warennummer, M",
        "Importwerte in 1000 Euro, M",
        "Importaciones por país, M",
        "Goods imported from China, M",
        "2023年輸入, M",
        "ExportValue, X",
        "Ausfuhrmenge in t, X",
        "Esportazioni per paese, X",
        "Re-exports of Hong Kong, RX",
        "Wiederausfuhr, RX",
        "Reimportations, RM"
    })
    void tellsTheFlowOfWhichATextSpeaks(String text, String flow) {
        assertThat(FlowWords.in(text)).containsExactly(flow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Imports and exports by country", "Exporte und Importe", "Re-exports and imports"})
    void tellsAllOfWhichItSpeaks(String text) {
        assertThat(FlowWords.in(text)).hasSize(2);
    }

    /** What was wrong once is the flow of a whole table. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Exporter report of the customs office",
        "Importers by size",
        "Important notice",
        "The importance of rare earths",
        "Data exported on 2024-05-01",
        "Exported from Eurostat",
        "CSV export",
        "Export date: 2024-05-01",
        "Exportiert am 1. Mai 2024",
        "Datenexporteur",
        "Transport equipment"
    })
    void takesNoOtherWordForAFlow(String text) {
        assertThat(FlowWords.in(text)).isEmpty();
    }
}
