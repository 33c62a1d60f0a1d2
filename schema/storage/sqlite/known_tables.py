"""The shape of every table by the revision from which it stands so (known_objects.shape); empty: it is gone."""

from __future__ import annotations

from collections.abc import Mapping

TABLES: Mapping[str, Mapping[int, str]] = {
    "alembic_version": {1: "7d3b08195b4cfd65477f7a111cf7e1f2"},
    "approval": {10: "f9504003a471956e1a2bac694de183fd"},
    "attachment": {
        6: "2b42f323f8ae513f91e0b3ca4c793521",
        14: "c7fd687250d09196baf85fb11d504285",
    },
    "attachment_content": {
        6: "79d9e1883ec6de192bc4a2f208859ba8",
        16: "9f53555601a6ea47b442a3bc5be8be9f",
    },
    "data_point": {
        1: "43a85d116d3cd4a1c10850208a991b9c",
        6: "bd5b38568f52b8632994cb71a4a4e7b4",
        7: "2da0072cf5cdacc9e135bc0ecb3f202a",
    },
    "definitions": {1: "ad44bb440edfabec65a970250bc6b928"},
    "evidence": {14: "5b62106418a56c42b526740ddc49a419"},
    "follow_up": {16: "1d12196c93a5297e8b000a7abca91acf"},
    "freeze": {13: "42e7ca6a7a42af5b3c0a36d939e20f79"},
    "history": {
        1: "e5b9e1174d412886c0c1c9212fdf6ef2",
        11: "05e44287fa0218c83f547b82f0ffafdb",
    },
    "merge": {12: "ebc80778a8e937f50e950a82935336d7"},
    "meta": {1: "36a077333e5657b4b496cdeeb08f3f73"},
    "pack_origin": {11: "1d20cc3ebe06e282b2f331b389a072f4"},
    "person": {9: "40a1902a3a49cd122be5a76f206954c6"},
    "picture": {
        4: "1a27d2e22bc40f63bb2ac88719cfe2e3",
        6: "",
    },
    "picture_content": {
        4: "a0541079af01bd9e320f43430f260a58",
        6: "",
    },
    "published_value": {
        1: "0f77bf70646c50a42ecba69f317c14b7",
        6: "b6e1f12ae6401abbd5537e611107ada0",
    },
    "question": {15: "274c2db4fb37b25c4dd3f2ab303d8fc6"},
    "record": {
        2: "a8c69cf748c954e55497ca1cd749062c",
        3: "8240fc125f3117c7843bb7311456e759",
    },
    "remark": {7: "e2381a8202d1775b64c7c9dc05a53748"},
    "request": {
        10: "975786f2fb6657740faff4be97c29705",
        11: "8982103146b1ca5cb414c6584fd77453",
        15: "0b7fe7c24d73167da9991cdc17909030",
    },
    "restatement": {
        3: "3122329d65351ec2a928bd8521561b0a",
        6: "e79e51f6443bea1516951d2d14548350",
    },
    "sheet_answer": {8: "30498d3239b01f73c66d59f8bcfd162a"},
    "slot_text": {
        1: "6c7612498d422fc61f61f857771d1e0b",
        3: "f9ec2ac5342946b31cf4bccb080280e9",
        5: "211296fda753b6545fb3b08df9a1c3e3",
    },
    "verdict": {13: "60829428fed6496ceaf8049aef4ba407"},
}
